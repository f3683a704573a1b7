package org.shouwang.liaison;

import java.util.List;
import java.util.Map;

/**
 * One row of a weekly sheet as it came.
 *
 * @param no in the file, the first line being 1
 * @param cells by {@link #COLUMNS}
 */
public record SheetRow(int no, Map<String, String> cells) {

    /** The reference number, and what the police fill in. */
    public static final List<String> COLUMNS =
            List.of("reference", "receiptNo", "at", "resultCode", "nextStep", "officer", "right", "correction");

    public SheetRow {
        cells = Map.copyOf(cells);
    }

    public String cell(String column) {
        return cells.getOrDefault(column, "").strip();
    }

    boolean filled() {
        return COLUMNS.stream().skip(1).anyMatch(column -> !cell(column).isEmpty());
    }
}

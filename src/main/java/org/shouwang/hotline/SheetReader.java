package org.shouwang.hotline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shouwang.spreadsheet.TableFile;
import org.shouwang.spreadsheet.UnreadableTable;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Component;

/** Reads a file of orders as rows that say which line they stand on and what in them a spreadsheet would calculate. */
@Component
class SheetReader {

    static final int MOST_ROWS = 2_000;

    private static final int MOST_BYTES = 5 * 1024 * 1024;

    /** A telephone number may begin with a sign. */
    private static final String NUMBER = "[+-]?[0-9][0-9 .,\\-]*";

    /** @throws Refusal 400 for what is no such file, 413 for one that is too large */
    List<SheetRow> read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw Refusal.tooLarge("hotline-file-large", MOST_ROWS);
        }
        List<SheetRow> rows = new ArrayList<>();
        List<List<String>> lines = lines(file);
        for (int line = 0; line < lines.size(); line++) {
            SheetRow row = row(line + 1, lines.get(line));
            if (!row.isBlank()) {
                rows.add(row);
            }
        }
        if (rows.size() > MOST_ROWS + 1) {
            throw Refusal.tooLarge("hotline-file-large", MOST_ROWS);
        }
        return rows;
    }

    /** Blank lines are not counted, within reason. */
    private static List<List<String>> lines(byte[] file) {
        try {
            return TableFile.read(file, 2 * MOST_ROWS);
        } catch (UnreadableTable e) {
            throw Refusal.malformed("hotline-file");
        }
    }

    private static SheetRow row(int number, List<String> cells) {
        Set<Integer> formulas = new HashSet<>();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            if (TableFile.calculates(cell) && !cell.matches(NUMBER)) {
                formulas.add(column);
            }
        }
        return new SheetRow(number, cells, formulas);
    }
}

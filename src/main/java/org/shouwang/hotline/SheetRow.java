package org.shouwang.hotline;

import java.util.List;
import java.util.Set;

/**
 * A row of a file as it came.
 *
 * @param number as the spreadsheet counts, the heading being 1
 * @param cells stripped text
 * @param formulas columns that hold a formula, or text that a spreadsheet would take for one
 */
record SheetRow(int number, List<String> cells, Set<Integer> formulas) {

    SheetRow {
        cells = List.copyOf(cells);
        formulas = Set.copyOf(formulas);
    }

    String cell(int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    boolean isBlank() {
        return cells.stream().allMatch(String::isEmpty);
    }
}

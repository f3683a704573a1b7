package org.shouwang.finding;

import java.util.List;
import java.util.Map;
import org.shouwang.web.FieldProblem;

/** A row that could not be taken, as it came, and why. */
public record RejectedRow(int no, Map<String, String> cells, List<FieldProblem> problems) {

    public RejectedRow {
        cells = Map.copyOf(cells);
        problems = List.copyOf(problems);
    }

    @Override
    public String toString() {
        return "RejectedRow[" + no + "]";
    }
}

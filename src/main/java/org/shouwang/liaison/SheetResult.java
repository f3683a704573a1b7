package org.shouwang.liaison;

import java.util.List;
import org.shouwang.web.FieldProblem;

/**
 * What became of one row.
 *
 * @param reference of the task, empty where what stood there is none
 * @param outcome {@code taken}, {@code known} for what was done meanwhile, or {@code rejected}
 * @param problems why it was not taken; never what was typed
 */
public record SheetResult(int no, String reference, String outcome, List<FieldProblem> problems) {

    public SheetResult {
        problems = List.copyOf(problems);
    }
}

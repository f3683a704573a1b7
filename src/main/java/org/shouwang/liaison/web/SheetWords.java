package org.shouwang.liaison.web;

import java.util.List;
import java.util.Locale;
import org.shouwang.liaison.SheetResult;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Problems;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says why a row was not taken, by the columns of the sheet. */
@Component
class SheetWords {

    private final Problems problems;
    private final MessageSource messages;

    SheetWords(Problems problems, MessageSource messages) {
        this.problems = problems;
        this.messages = messages;
    }

    /** A row as it is shown. */
    record Told(int row, String reference, String outcome, List<String> reasons) {}

    Told told(SheetResult result, Locale locale) {
        return new Told(
                result.no(),
                result.reference(),
                result.outcome(),
                result.problems().stream()
                        .map(problem -> reason(problem, locale))
                        .toList());
    }

    private String reason(FieldProblem problem, Locale locale) {
        String column = messages.getMessage("police-sheet.column." + problem.path(), null, "", locale);
        String sentence = problems.localise(problem, locale).message();
        return column == null || column.isEmpty()
                ? sentence
                : messages.getMessage("police-sheet.reason", new Object[] {column, sentence}, locale);
    }
}

package org.shouwang.workflow.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.shouwang.web.FieldProblem;
import tools.jackson.databind.JsonNode;

/**
 * Finds dates that nobody can mean: a slip of the year would let a review wait for centuries, or a report come from the
 * year one.
 */
public final class DateSense {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int YEARS_AHEAD = 3;

    private final LocalDate latest;
    private final Locale locale;
    private final List<FieldProblem> problems = new ArrayList<>();

    private DateSense(LocalDate today, Locale locale) {
        this.latest = today.plusYears(YEARS_AHEAD);
        this.locale = locale;
    }

    /** One problem for every date before 1900 or more than three years after {@code today}. */
    public static List<FieldProblem> check(Form form, JsonNode answers, LocalDate today, Locale locale) {
        DateSense sense = new DateSense(today, locale);
        sense.look(form.fields(), answers, "");
        return sense.problems;
    }

    private void look(List<Field> fields, JsonNode answers, String prefix) {
        for (Field field : fields) {
            JsonNode given = answers.path(field.name());
            if (field.isGroup()) {
                for (int row = 0; row < given.size(); row++) {
                    look(field.fields(), given.get(row), prefix + field.name() + "[" + row + "].");
                }
            } else if (field.widget().isDate() && isFarOff(given.asString(""))) {
                problems.add(FieldProblem.at(
                        prefix + field.name(), "far-date", field.label().in(locale)));
            }
        }
    }

    /** What is no date at all has its own problem already. */
    private boolean isFarOff(String given) {
        try {
            LocalDate date = given.contains("T") ? OffsetDateTime.parse(given).toLocalDate() : LocalDate.parse(given);
            return date.isBefore(EARLIEST) || date.isAfter(latest);
        } catch (DateTimeException e) {
            return false;
        }
    }
}

package org.shouwang.workflow.form;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.shouwang.web.FieldProblem;
import tools.jackson.databind.JsonNode;

/**
 * Finds dates that nobody can mean: a slip of the year would let a review wait for centuries, or a report come from the
 * year one; what has happened already ({@code x-not-future} in the form's file) cannot lie ahead.
 */
public final class DateSense {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final int YEARS_AHEAD = 3;

    /** A phone's clock may be ahead of ours. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final ZonedDateTime now;
    private final Locale locale;
    private final List<FieldProblem> problems = new ArrayList<>();

    private DateSense(ZonedDateTime now, Locale locale) {
        this.now = now.plus(SKEW);
        this.locale = locale;
    }

    /**
     * One problem for every date before 1900 or more than three years ahead, and for every one that should have come and
     * has not.
     *
     * @param now in the zone whose days are meant
     */
    public static List<FieldProblem> check(Form form, JsonNode answers, ZonedDateTime now, Locale locale) {
        DateSense sense = new DateSense(now, locale);
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
            } else if (field.widget().isDate()) {
                fault(field, given.asString(""))
                        .ifPresent(code -> problems.add(FieldProblem.at(
                                prefix + field.name(), code, field.label().in(locale))));
            }
        }
    }

    /** What is no date at all has its own problem already. */
    private Optional<String> fault(Field field, String given) {
        try {
            boolean timed = given.contains("T");
            LocalDate date = timed ? OffsetDateTime.parse(given).toLocalDate() : LocalDate.parse(given);
            if (date.isBefore(EARLIEST) || date.isAfter(now.toLocalDate().plusYears(YEARS_AHEAD))) {
                return Optional.of("far-date");
            }
            boolean ahead = timed
                    ? OffsetDateTime.parse(given).toInstant().isAfter(now.toInstant())
                    : date.isAfter(now.toLocalDate());
            return ahead && field.limits().notFuture() ? Optional.of("in-future") : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

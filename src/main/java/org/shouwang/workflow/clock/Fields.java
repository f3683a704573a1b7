package org.shouwang.workflow.clock;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.shouwang.workflow.catalogue.Entry;
import tools.jackson.databind.JsonNode;

/** Reads typed values from an entry and reports the wrong ones at their place. */
final class Fields {

    private Fields() {}

    /** Reports every field that nobody reads: a misspelt {@code warm} would otherwise be no warning at all. */
    static void only(Entry entry, Set<String> known) {
        for (String field : entry.node().propertyNames()) {
            if (!known.contains(field)) {
                entry.fault(field, "unknown field; known are " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    static Optional<LocalDate> date(Entry entry, String field) {
        String text = entry.text(field);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            entry.fault(field, text + " is not a date such as 2026-01-01");
            return Optional.empty();
        }
    }

    static Optional<Duration> duration(Entry entry, String field) {
        Optional<String> text = entry.optional(field);
        Optional<Duration> duration = text.flatMap(Fields::duration);
        if (text.isPresent() && duration.isEmpty()) {
            entry.fault(field, text.get() + " is not a duration such as PT1H or P1D");
        }
        return duration;
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text)).filter(duration -> !duration.isNegative());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static <T> Optional<T> oneOf(Entry entry, String field, Collection<String> allowed, Function<String, T> value) {
        String text = entry.text(field);
        if (allowed.contains(text)) {
            return Optional.of(value.apply(text));
        }
        if (!text.isEmpty()) {
            entry.fault(field, text + " is not one of " + String.join(", ", new TreeSet<>(allowed)));
        }
        return Optional.empty();
    }

    /** Text or a number: division codes and telephone numbers are digits that people write with or without quotes. */
    static String digits(Entry entry, String field) {
        JsonNode value = entry.node().path(field);
        return value.isIntegralNumber() ? value.asString() : entry.text(field);
    }
}

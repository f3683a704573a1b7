package org.shouwang.workflow.clock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a clock was started with. It stays what it was when clocks.yaml changes.
 *
 * @param version the valid-from of the rule it took
 * @param term null when only measured
 * @param grade the grade that chose the term, if any
 */
public record ClockSource(
        String key,
        LocalDate version,
        String zh,
        String en,
        String actor,
        boolean external,
        String stops,
        @Nullable String pauses,
        @Nullable String resumes,
        @Nullable Term term,
        boolean roll,
        @Nullable String grade,
        ClockKind kind,
        String basis,
        String mark,
        @Nullable String ladder) {

    static ClockSource of(ClockRule rule, @Nullable String grade) {
        return of(rule, grade, null);
    }

    /** @param term instead of the rule's, null where that holds */
    static ClockSource of(ClockRule rule, @Nullable String grade, @Nullable Term term) {
        return new ClockSource(
                rule.key(),
                rule.validFrom(),
                rule.zh(),
                rule.en(),
                rule.actor(),
                rule.external(),
                rule.stops(),
                rule.pauses(),
                rule.resumes(),
                term == null ? rule.term(grade).orElse(null) : term,
                rule.roll(),
                grade,
                rule.kind(),
                rule.basis(),
                rule.mark(),
                rule.ladder());
    }
}

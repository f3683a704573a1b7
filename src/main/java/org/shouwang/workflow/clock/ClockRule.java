package org.shouwang.workflow.clock;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One clock of clocks.yaml in one version.
 *
 * @param starts {@code task:<process>/<user task>}, {@code record:<form>}, {@code event:<word>}, or {@code timer} for a
 *     term that only times a step of a process
 * @param countsFrom the field of the form, or the variable of the process, that says when the time began; null to count
 *     from the start itself
 * @param stops {@code done} or {@code event:<word>}
 * @param pauses {@code event:<word>} that lets it stand still; null when it runs through
 * @param resumes {@code event:<word>} that lets it run on; there exactly when {@code pauses} is
 * @param actor role that answers for it; an outside organ where {@code external}
 * @param external never escalated, never 逾期: our worker is reminded to ask
 * @param term null when it is only measured: 立即, 及时
 * @param termFrom the variable of the process that holds the term, where it holds one; null for none
 * @param byGrade terms that hold for a grade instead
 * @param roll a last day that is a day off gives way to the next working day
 * @param warn how long before the end to warn, null for not at all
 * @param mark how far the legal text was checked: T, T2, K, U, P
 * @param ladder who hears of lateness, a key of ladders.yaml
 */
public record ClockRule(
        String key,
        LocalDate validFrom,
        String zh,
        String en,
        String starts,
        @Nullable String countsFrom,
        String stops,
        @Nullable String pauses,
        @Nullable String resumes,
        String actor,
        boolean external,
        @Nullable Term term,
        @Nullable String termFrom,
        Map<String, Term> byGrade,
        boolean roll,
        @Nullable Duration warn,
        ClockKind kind,
        String basis,
        String mark,
        @Nullable String ladder) {

    public ClockRule {
        byGrade = Map.copyOf(byGrade);
    }

    /** The term for a grade; empty when the clock only measures. */
    public Optional<Term> term(@Nullable String grade) {
        Term graded = grade == null ? null : byGrade.get(grade);
        return Optional.ofNullable(graded == null ? term : graded);
    }
}

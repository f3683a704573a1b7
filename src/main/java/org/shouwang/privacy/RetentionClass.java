package org.shouwang.privacy;

import java.time.LocalDate;
import java.time.Period;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How long one kind of matter is kept.
 *
 * @param of {@code case} or {@code report}
 * @param outcomes reasons for closing, or results of leads; empty = any
 * @param harm whether only cases of mandatory reporting and restricted ones are meant
 * @param archiveAfter from the day it was closed
 * @param keep from the day it was closed; null for ever
 * @param untilAge at least until the child is that old
 * @param kind {@code statutory}, {@code local} or {@code default}
 */
public record RetentionClass(
        String key,
        String zh,
        String en,
        String of,
        Set<String> outcomes,
        boolean harm,
        Period archiveAfter,
        @Nullable Period keep,
        @Nullable Integer untilAge,
        String kind,
        String basis,
        String mark) {

    public RetentionClass {
        outcomes = Set.copyOf(outcomes);
    }

    boolean fits(String matter, String outcome, boolean harmful) {
        return of.equals(matter) && (outcomes.isEmpty() || outcomes.contains(outcome)) && (!harm || harmful);
    }

    /** Whether every matter of its kind is this or an earlier class. */
    boolean rest() {
        return outcomes.isEmpty() && !harm;
    }

    LocalDate archiveOn(LocalDate closed) {
        return closed.plus(archiveAfter);
    }

    /** @return the first day on which it may be erased, null when never */
    @Nullable
    LocalDate eraseOn(LocalDate closed, @Nullable LocalDate born) {
        if (keep == null) {
            return null;
        }
        LocalDate end = closed.plus(keep);
        LocalDate grown = born == null || untilAge == null ? end : born.plusYears(untilAge);
        return grown.isAfter(end) ? grown : end;
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") ? en : zh;
    }
}

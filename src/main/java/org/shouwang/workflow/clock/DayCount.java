package org.shouwang.workflow.clock;

import java.time.LocalDate;
import java.util.OptionalInt;

/** Walks over days and remembers the first year for which it had to guess. */
final class DayCount {

    private final Calendars calendars;
    private LocalDate day;
    private OptionalInt guessed = OptionalInt.empty();

    DayCount(LocalDate start, Calendars calendars) {
        this.day = start;
        this.calendars = calendars;
    }

    LocalDate day() {
        return day;
    }

    void moveTo(LocalDate to) {
        day = to;
    }

    void work(long days) {
        for (long left = days; left > 0; ) {
            day = day.plusDays(1);
            if (worked()) {
                left--;
            }
        }
    }

    Deadline end(boolean roll) {
        while (roll && !worked()) {
            day = day.plusDays(1);
        }
        return new Deadline(day.plusDays(1).atStartOfDay(Deadline.ZONE).toInstant(), guessed);
    }

    private boolean worked() {
        if (guessed.isEmpty() && calendars.missing(day.getYear())) {
            guessed = OptionalInt.of(day.getYear());
        }
        return calendars.worked(day);
    }
}

package org.shouwang.workflow.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.OptionalInt;

/**
 * When a term ends (民法典 201–203). Hours run through, day and night. Days do not count the day on which they start and
 * end at 24:00 of the last day, stored as 00:00 of the next. Months end on the day of the same number or, where the month
 * has none, on its last.
 *
 * @param due the first moment that is too late
 * @param guessed the first year whose holidays would have decided but are not known
 */
public record Deadline(Instant due, OptionalInt guessed) {

    /** The zone in which a day begins and ends. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * Counts from a moment.
     *
     * @param roll whether a last day that is a day off gives way to the next working day; false for terms in force
     */
    public static Deadline of(Term term, boolean roll, Instant anchor, Calendars calendars) {
        if (term.unit() == Term.Unit.MINUTES) {
            return new Deadline(anchor.plus(Duration.ofMinutes(term.amount())), OptionalInt.empty());
        }
        DayCount count = new DayCount(anchor.atZone(ZONE).toLocalDate(), calendars);
        switch (term.unit()) {
            case WORKING_DAYS -> count.work(term.amount());
            case MONTHS -> count.moveTo(count.day().plusMonths(term.amount()));
            default -> count.moveTo(count.day().plusDays(term.amount()));
        }
        return count.end(roll);
    }

    /**
     * The end after a pause: an hour term moves by just the pause. A day that was paused in part is not counted, so a day
     * term ends at 24:00 again, and one in working days does so on a working day.
     */
    static Deadline afterPause(Instant due, Duration pause, Term term, boolean roll, Calendars calendars) {
        Instant moved = due.plus(pause);
        if (!term.endsWithDay()) {
            return new Deadline(moved, OptionalInt.empty());
        }
        LocalDate last = lastDay(moved);
        DayCount count = new DayCount(last, calendars);
        return count.end(roll || term.unit() == Term.Unit.WORKING_DAYS);
    }

    /** The day to whose 24:00 an end belongs: midnight belongs to the day that it closes. */
    static LocalDate lastDay(Instant due) {
        return due.minusNanos(1).atZone(ZONE).toLocalDate();
    }
}

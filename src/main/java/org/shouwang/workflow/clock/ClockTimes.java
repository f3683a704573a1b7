package org.shouwang.workflow.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * When a clock did what.
 *
 * @param due the first moment that is too late; null when only measured
 * @param warn when to warn; null for not at all
 * @param warned when the warning went out
 * @param late when the end was seen to have passed
 * @param paused since when it stands still
 * @param pause how long it stood still before
 * @param stopped when it ended, for {@code stopReason}
 * @param calendarGap a year without holidays that the end was guessed over, null when it is certain; a year number
 */
public record ClockTimes(
        Instant started,
        @Nullable Instant due,
        @Nullable Instant warn,
        @Nullable Instant warned,
        @Nullable Instant late,
        @Nullable Instant paused,
        Duration pause,
        @Nullable Instant stopped,
        @Nullable String stopReason,
        @Nullable Integer calendarGap) {

    static ClockTimes starting(Instant anchor, @Nullable Deadline end, @Nullable Duration warn) {
        ClockTimes times = new ClockTimes(anchor, null, null, null, null, null, Duration.ZERO, null, null, null);
        return end == null ? times : times.ending(end, warn);
    }

    /** A warning that would have had to go out before the start is none. */
    private ClockTimes ending(Deadline end, @Nullable Duration warn) {
        Instant moment = warn == null ? null : end.due().minus(warn);
        boolean early = moment != null && !moment.isAfter(started);
        return at(end, early ? null : moment, pause);
    }

    /** The same clock with another end; the warning keeps its distance. */
    private ClockTimes movedTo(Deadline end, Duration paused) {
        Instant moved = warn == null || due == null ? null : end.due().minus(Duration.between(warn, due));
        return at(end, moved, paused);
    }

    ClockTimes pausedAt(Instant at) {
        return new ClockTimes(started, due, warn, warned, late, at, pause, stopped, stopReason, calendarGap);
    }

    ClockTimes warnedAt(Instant at) {
        return new ClockTimes(started, due, warn, at, late, paused, pause, stopped, stopReason, calendarGap);
    }

    ClockTimes lateAt(Instant at) {
        return new ClockTimes(started, due, warn, warned, at, paused, pause, stopped, stopReason, calendarGap);
    }

    /** Runs on after a pause: the end moves by it. */
    ClockTimes resumed(ClockSource source, Duration stood, Calendars calendars) {
        Duration total = pause.plus(stood);
        if (due == null || source.term() == null) {
            return new ClockTimes(started, due, warn, warned, late, null, total, stopped, stopReason, calendarGap);
        }
        return movedTo(Deadline.afterPause(due, stood, source.term(), source.roll(), calendars), total);
    }

    /** Counted anew, now that the holidays are known that were guessed before. */
    ClockTimes recounted(ClockSource source, Calendars calendars) {
        if (source.term() == null) {
            return this;
        }
        Deadline end = Deadline.of(source.term(), source.roll(), started, calendars);
        if (pause.isZero()) {
            return movedTo(end, pause);
        }
        return movedTo(Deadline.afterPause(end.due(), pause, source.term(), source.roll(), calendars), pause);
    }

    private ClockTimes at(Deadline end, @Nullable Instant warnAt, Duration paused) {
        OptionalInt gap = end.guessed();
        return new ClockTimes(
                started,
                end.due(),
                warnAt,
                warned,
                late,
                null,
                paused,
                stopped,
                stopReason,
                gap.isPresent() ? gap.getAsInt() : null);
    }

    boolean running() {
        return stopped == null && paused == null;
    }
}

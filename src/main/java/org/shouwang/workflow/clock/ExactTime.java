package org.shouwang.workflow.clock;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes a time out in full, as in {@code 2026-03-11 周三 24:00}. */
public final class ExactTime {

    private ExactTime() {}

    /** A moment at which something happened. */
    public static String moment(Instant at, Locale locale) {
        return write(at.atZone(Deadline.ZONE), "yyyy-MM-dd EEE HH:mm", locale);
    }

    /** The end of a term: midnight is the 24:00 of the day before. */
    public static String end(Instant due, Locale locale) {
        ZonedDateTime end = due.atZone(Deadline.ZONE);
        return end.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? write(end.minusDays(1), "yyyy-MM-dd EEE '24:00'", locale)
                : moment(due, locale);
    }

    private static String write(ZonedDateTime time, String pattern, Locale locale) {
        return DateTimeFormatter.ofPattern(pattern, locale).format(time);
    }
}

package org.shouwang.workflow.clock;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Hours on certain days of the week. A shift that ends at or before its beginning runs past midnight into the next day,
 * from Sunday into Monday.
 *
 * @param from minute of the day, from 0
 * @param to minute of the day, up to 1440 for 24:00
 */
public record Shift(Set<DayOfWeek> days, int from, int to, List<DutyOfficer> officers) {

    static final int DAY = 1440;
    static final int WEEK = 7 * DAY;

    public Shift {
        days = Set.copyOf(days);
        officers = List.copyOf(officers);
    }

    static int minuteOfWeek(DayOfWeek day, LocalTime time) {
        return day.ordinal() * DAY + time.getHour() * 60 + time.getMinute();
    }

    static String name(int minute) {
        DayOfWeek day = DayOfWeek.of(minute / DAY + 1);
        int time = minute % DAY;
        return String.format(Locale.ROOT, "%s %02d:%02d", day.name().substring(0, 3), time / 60, time % 60);
    }

    boolean covers(int minute) {
        int length = to > from ? to - from : to - from + DAY;
        return days.stream().anyMatch(day -> Math.floorMod(minute - day.ordinal() * DAY - from, WEEK) < length);
    }
}

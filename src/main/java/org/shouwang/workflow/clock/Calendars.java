package org.shouwang.workflow.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which days are worked. A year whose notice has not been entered is counted by weekends only, and whoever counts with
 * it is told so through {@link #missing}: such a date is a guess and must be shown as one.
 */
public final class Calendars {

    private final Map<Integer, Calendar> years;

    public Calendars(Map<Integer, Calendar> years) {
        this.years = Map.copyOf(years);
    }

    public boolean worked(LocalDate day) {
        Calendar calendar = years.get(day.getYear());
        if (calendar != null && calendar.work().contains(day)) {
            return true;
        }
        boolean off = calendar != null && calendar.off().contains(day);
        return !off && day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** Whether the holidays of this year are unknown. */
    public boolean missing(int year) {
        return !years.containsKey(year);
    }

    /**
     * Years that somebody has to enter now: this one, and from December the next, whose notice is out by then.
     */
    public SortedSet<Integer> alarms(LocalDate today) {
        SortedSet<Integer> alarms = new TreeSet<>();
        for (int year = today.getYear(); year <= today.plusMonths(1).getYear(); year++) {
            if (missing(year)) {
                alarms.add(year);
            }
        }
        return alarms;
    }
}

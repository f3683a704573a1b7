package org.shouwang.workflow.clock;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.shouwang.workflow.catalogue.Entry;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.ProcessFiles;

/**
 * The public holidays and make-up working days of one year, as the State Council's notice names them.
 *
 * @param off days off by that notice, weekends among them or not
 * @param work weekend days that are worked
 */
public record Calendar(int year, String basis, Set<LocalDate> off, Set<LocalDate> work) {

    public Calendar {
        off = Set.copyOf(off);
        work = Set.copyOf(work);
    }

    /** Reads every calendars/*.yaml; a year without a file is a gap that {@link Calendars} shows. */
    static Map<Integer, Calendar> read(ProcessFiles files, List<Fault> faults) {
        Map<Integer, Calendar> years = new HashMap<>();
        for (String path : files.under("calendars/").keySet()) {
            files.yaml(path, faults).flatMap(Calendar::of).ifPresent(calendar -> years.put(calendar.year(), calendar));
            if (!path.matches("calendars/\\d{4}\\.yaml")) {
                faults.add(new Fault(path, "", "a calendar is named by its year, as in calendars/2026.yaml"));
            }
        }
        return years;
    }

    private static Optional<Calendar> of(Entry file) {
        int year = file.node().path("year").asInt(0);
        if (year < 2000 || year > 2999) {
            file.fault("year", "year is missing or not a year");
            return Optional.empty();
        }
        Map<String, Set<LocalDate>> days = Map.of("off", new HashSet<>(), "work", new HashSet<>());
        List<LocalDate> seen = new ArrayList<>();
        for (Entry day : file.entries("days")) {
            Optional<LocalDate> date = Fields.date(day, "date");
            Fields.oneOf(day, "kind", days.keySet(), Function.identity()).ifPresent(kind -> date.filter(
                            at -> fits(day, at, year, seen))
                    .ifPresent(at -> days.getOrDefault(kind, new HashSet<>()).add(at)));
        }
        String basis = file.text("basis");
        return Optional.of(
                new Calendar(year, basis, days.getOrDefault("off", Set.of()), days.getOrDefault("work", Set.of())));
    }

    private static boolean fits(Entry day, LocalDate date, int year, List<LocalDate> seen) {
        if (date.getYear() != year) {
            day.fault("date", date + " is not in " + year);
            return false;
        }
        if (seen.contains(date)) {
            day.fault("date", date + " is there twice");
            return false;
        }
        return seen.add(date);
    }
}

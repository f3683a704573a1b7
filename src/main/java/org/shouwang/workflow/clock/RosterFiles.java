package org.shouwang.workflow.clock;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwang.workflow.catalogue.Entry;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.catalogue.ProcessFiles;
import tools.jackson.databind.JsonNode;

/** Reads rosters/*.yaml. */
final class RosterFiles {

    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)|(24):(00)");
    private static final List<String> WEEK = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final Duration DEFAULT_ACKNOWLEDGE = Duration.ofMinutes(10);

    private final Set<String> roles;

    RosterFiles(Set<String> roles) {
        this.roles = roles;
    }

    Map<String, Roster> read(ProcessFiles files, List<Fault> faults) {
        Map<String, Roster> rosters = new HashMap<>();
        for (String path : files.under("rosters/").keySet()) {
            files.yaml(path, faults).ifPresent(file -> {
                Roster roster = roster(file);
                if (rosters.put(roster.key(), roster) != null) {
                    file.fault("key", "the roster " + roster.key() + " is there twice");
                }
            });
        }
        return rosters;
    }

    private Roster roster(Entry file) {
        Fields.only(file, Set.of("key", "zh", "en", "role", "division", "acknowledge", "shifts", "note"));
        String role = file.text("role");
        if (!role.isEmpty() && !roles.contains(role)) {
            file.fault("role", "there is no role " + role + " in roles.yaml");
        }
        String division = Fields.digits(file, "division");
        if (!division.matches("\\d{12}")) {
            file.fault("division", "division must be a code of 12 digits");
        }
        Duration acknowledge = Fields.duration(file, "acknowledge").orElse(DEFAULT_ACKNOWLEDGE);
        List<Entry> entries = file.entries("shifts");
        List<Shift> shifts = entries.stream().map(RosterFiles::shift).toList();
        Roster roster = new Roster(file.text("key"), role, division, acknowledge, shifts);
        roster.gap().ifPresent(gap -> file.fault("shifts", "nobody is on duty from " + gap));
        return roster;
    }

    private static Shift shift(Entry entry) {
        Fields.only(entry, Set.of("days", "from", "to", "officers", "note"));
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (JsonNode day : entry.node().path("days")) {
            int index = WEEK.indexOf(day.asString(""));
            if (index < 0) {
                entry.fault("days", day.asString("") + " is not one of " + String.join(", ", WEEK));
            } else {
                days.add(DayOfWeek.of(index + 1));
            }
        }
        if (days.isEmpty()) {
            entry.fault("days", "days is missing");
        }
        return new Shift(
                days, minute(entry, "from").orElse(0), minute(entry, "to").orElse(0), officers(entry));
    }

    private static OptionalInt minute(Entry entry, String field) {
        String text = entry.text(field);
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            if (!text.isEmpty()) {
                entry.fault(field, text + " is not a time such as 08:00 or 24:00");
            }
            return OptionalInt.empty();
        }
        return OptionalInt.of(Integer.parseInt(text.substring(0, 2)) * 60 + Integer.parseInt(text.substring(3)));
    }

    private static List<DutyOfficer> officers(Entry shift) {
        List<DutyOfficer> officers = new ArrayList<>();
        for (Entry entry : shift.entries("officers")) {
            officers.add(new DutyOfficer(entry.text("username"), Fields.digits(entry, "phone")));
        }
        if (officers.isEmpty()) {
            shift.fault("officers", "a shift needs somebody to ring");
        }
        return officers;
    }
}

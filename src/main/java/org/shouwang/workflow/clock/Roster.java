package org.shouwang.workflow.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * 值班表: who is rung first, at any hour of the week.
 *
 * @param acknowledge how long the first has before the next is rung
 */
public record Roster(String key, String role, String division, Duration acknowledge, List<Shift> shifts) {

    public Roster {
        shifts = List.copyOf(shifts);
    }

    /** In the order in which they are rung; never empty, for a roster with a gap is refused when it is read. */
    public List<DutyOfficer> onDuty(Instant at) {
        LocalDateTime local = at.atZone(Deadline.ZONE).toLocalDateTime();
        int minute = Shift.minuteOfWeek(local.getDayOfWeek(), local.toLocalTime());
        return shifts.stream()
                .filter(shift -> shift.covers(minute))
                .flatMap(shift -> shift.officers().stream())
                .distinct()
                .toList();
    }

    /** The first minute of the week that no shift covers. */
    Optional<String> gap() {
        for (int minute = 0; minute < Shift.WEEK; minute++) {
            int at = minute;
            if (shifts.stream().noneMatch(shift -> shift.covers(at))) {
                return Optional.of(Shift.name(minute));
            }
        }
        return Optional.empty();
    }
}

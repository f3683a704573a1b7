package org.shouwang.workflow.clock;

import java.util.SortedSet;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Shows missing holidays to whoever runs the system. A status of its own: guessed dates are no reason to restart. */
@Component("calendars")
class CalendarHealth implements HealthIndicator {

    private static final Status GUESSING = new Status("GUESSING", "holidays missing");

    private final CalendarGaps gaps;

    CalendarHealth(CalendarGaps gaps) {
        this.gaps = gaps;
    }

    @Override
    public Health health() {
        SortedSet<Integer> missing = gaps.alarms();
        return missing.isEmpty()
                ? Health.up().build()
                : Health.status(GUESSING).withDetail("missing", missing).build();
    }
}

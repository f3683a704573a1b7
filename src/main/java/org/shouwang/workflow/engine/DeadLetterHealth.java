package org.shouwang.workflow.engine;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** Alarms at the first step the engine has given up. A status of its own: a restart would not help. */
@Component("dead-letters")
class DeadLetterHealth implements HealthIndicator {

    private static final Status STUCK = new Status("STUCK", "steps were given up");

    private final StuckWork work;

    DeadLetterHealth(StuckWork work) {
        this.work = work;
    }

    @Override
    public Health health() {
        long dead = work.dead();
        return dead == 0
                ? Health.up().build()
                : Health.status(STUCK).withDetail("steps", dead).build();
    }
}

package org.shouwang.workflow.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Stands still until it is moved. */
final class MovedClock extends Clock {

    private volatile Instant now = Instant.EPOCH;

    void moveTo(String local) {
        now = LocalDateTime.parse(local).atZone(Deadline.ZONE).toInstant();
    }

    void advance(Duration by) {
        now = now.plus(by);
    }

    @Override
    public ZoneId getZone() {
        return Deadline.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    @Override
    public Instant instant() {
        return now;
    }
}

package org.shouwang.workflow.clock;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks for clocks that ask for something. Every node does so; a row lock lets each clock be followed by one of them. A
 * clock that fails is put off and tried again, and does not hold up the ones behind it.
 */
@Component
class ClockSweeper {

    private static final Logger LOG = LoggerFactory.getLogger(ClockSweeper.class);
    private static final Duration AGAIN = Duration.ofMinutes(5);
    /** One round ends after so many, so that a backlog does not keep a stopping node alive. */
    private static final int ROUND = 1000;

    private final ClockStep step;
    private final CalendarGaps gaps;
    private final Clock time;

    ClockSweeper(ClockStep step, CalendarGaps gaps, Clock time) {
        this.step = step;
        this.gaps = gaps;
        this.time = time;
    }

    @Scheduled(fixedDelayString = "${shouwang.clock.sweep-every:PT20S}")
    void sweep() {
        gaps.close();
        for (int i = 0; i < ROUND && next(); i++) {
            // each call follows one clock
        }
    }

    private boolean next() {
        try {
            Optional<UUID> followed = step.follow();
            return followed.isPresent();
        } catch (ClockStuck e) {
            LOG.error("Clock {} could not be followed; tried again in {}", e.clock(), AGAIN, e.getCause());
            step.postpone(e.clock(), time.instant().plus(AGAIN));
            return true;
        }
    }
}

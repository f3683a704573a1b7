package org.shouwang.workflow.clock;

import java.util.UUID;

/** One clock could not be followed; says which. */
final class ClockStuck extends RuntimeException {

    private final UUID clock;

    ClockStuck(UUID clock, RuntimeException cause) {
        super("clock " + clock, cause);
        this.clock = clock;
    }

    UUID clock() {
        return clock;
    }
}

package org.shouwang.workflow.clock;

import java.time.Duration;
import java.util.List;

/** 提级: who hears of a late clock, and how long after its end. */
public record Ladder(String key, List<Step> steps) {

    public Ladder {
        steps = List.copyOf(steps);
    }

    /** One rung. */
    public record Step(Duration after, String to) {}
}

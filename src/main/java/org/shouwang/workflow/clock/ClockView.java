package org.shouwang.workflow.clock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One clock as it stands.
 *
 * @param step rungs of the escalation ladder taken so far
 */
public record ClockView(
        UUID id,
        UUID subject,
        @Nullable String task,
        ClockSource source,
        ClockHolder holder,
        ClockTimes times,
        int step,
        String division,
        String sealedClass) {

    ClockView at(ClockTimes changed) {
        return new ClockView(id, subject, task, source, holder, changed, step, division, sealedClass);
    }

    ClockView onStep(int taken) {
        return new ClockView(id, subject, task, source, holder, times, taken, division, sealedClass);
    }
}

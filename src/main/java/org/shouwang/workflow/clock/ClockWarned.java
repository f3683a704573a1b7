package org.shouwang.workflow.clock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The end of a clock is near. Published once, in the transaction that notes it. */
public record ClockWarned(
        UUID clock,
        String key,
        UUID subject,
        @Nullable String task,
        String role,
        String division,
        @Nullable UUID officer) {}

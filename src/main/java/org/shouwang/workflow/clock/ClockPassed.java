package org.shouwang.workflow.clock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The end of a clock has passed. Where {@code external} nobody here is late: the holder is reminded to ask the organ.
 * Published once.
 */
public record ClockPassed(
        UUID clock,
        String key,
        UUID subject,
        @Nullable String task,
        boolean external,
        String role,
        String division,
        @Nullable UUID officer) {}

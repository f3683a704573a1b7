package org.shouwang.workflow.clock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A late clock has reached a rung of its ladder (提级). Published once a rung; never for outside organs.
 *
 * @param toRole who hears of it, in {@code division} or the nearest above
 * @param step from 1
 */
public record ClockEscalated(
        UUID clock, String key, UUID subject, @Nullable String task, String toRole, String division, int step) {}

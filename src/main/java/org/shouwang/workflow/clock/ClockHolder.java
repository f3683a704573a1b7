package org.shouwang.workflow.clock;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is warned: the worker who has to act, or for an outside organ's clock the worker who has to ask.
 *
 * @param role key of roles.yaml
 * @param division 12-digit code in which the role is held
 * @param officer the person, once there is one
 */
public record ClockHolder(
        String role, String division, @Nullable UUID officer) {}

package org.shouwang.access;

import java.time.Instant;
import java.util.UUID;

/**
 * An emergency access (紧急查阅) that runs: one officer reads one case until it ends by itself.
 *
 * @param subject the case
 * @param ground code of {@code EMERGENCY_GROUND}
 */
public record Emergency(UUID id, UUID subject, String ground, Instant until) {}

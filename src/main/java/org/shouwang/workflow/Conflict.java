package org.shouwang.workflow;

import java.time.Instant;
import java.util.UUID;

/**
 * Why an officer is kept off a case or report (回避).
 *
 * @param ground code of {@code CONFLICT}
 * @param declaredBy the officer, or whoever said so for him or her
 */
public record Conflict(UUID officer, String ground, String reason, UUID declaredBy, Instant at) {}

package org.shouwang.access;

import java.util.UUID;

/**
 * An officer wanted to open more files within an hour than the county takes for work.
 *
 * @param division the officer's own, 12-digit code
 */
public record MassReading(UUID officer, String division) {}

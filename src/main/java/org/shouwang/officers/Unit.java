package org.shouwang.officers;

import java.util.UUID;

/** An agency. */
public record Unit(UUID id, String key, String type, String name, String division, String divisionName) {}

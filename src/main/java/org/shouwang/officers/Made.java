package org.shouwang.officers;

import java.util.UUID;

/** The id of what has been made. */
public record Made(UUID id) {}

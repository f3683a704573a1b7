package org.shouwang.officers;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An officer in a list.
 *
 * @param unit agency of the main post; null without a post
 * @param role of the main post
 */
public record OfficerRow(
        UUID id,
        String username,
        String name,
        boolean active,
        @Nullable String unit,
        @Nullable String role,
        LoginState login) {}

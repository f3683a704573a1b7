package org.shouwang.finding;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one village answered to a plan: numbers, nobody's name.
 *
 * @param households looked at, null where nobody said
 * @param found how many findings, null before it has answered
 */
public record VillageCheck(
        UUID id,
        UUID plan,
        String number,
        String division,
        @Nullable Integer households,
        @Nullable Integer found,
        @Nullable Instant doneAt) {}

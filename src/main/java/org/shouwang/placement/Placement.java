package org.shouwang.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One place a child was in.
 *
 * @param place {@code PLACE} code
 * @param until when the next place began, null while the child is here
 * @param record the record that says so
 */
public record Placement(
        UUID id,
        UUID caseId,
        UUID personId,
        String place,
        Instant since,
        @Nullable Instant until,
        UUID recordId) {}

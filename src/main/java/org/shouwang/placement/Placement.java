package org.shouwang.placement;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One place a child was in.
 *
 * @param place {@code PLACE} code
 * @param until when the next place began, null while the child is here, and where only another case knows the next
 * @param record the record that says so
 */
public record Placement(
        UUID id,
        UUID caseId,
        UUID personId,
        String place,
        Instant since,
        @Nullable Instant until,
        UUID recordId) {

    /** Where a child goes whom nobody takes away from home. */
    static final Set<String> WITHOUT_REMOVAL = Set.of("home", "other-guardian", "hospital", "unverified", "missing");

    private static final Set<String> WITH_GUARDIAN = Set.of("home", "other-guardian");

    /** Whether a place ({@code PLACE} code) is away from every guardian of the child. */
    static boolean away(String place) {
        return !WITH_GUARDIAN.contains(place);
    }
}

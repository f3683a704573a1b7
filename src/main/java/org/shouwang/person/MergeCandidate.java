package org.shouwang.person;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Two files that may be one person (疑似同一人).
 *
 * @param one the file that came later
 * @param score of 100, made of {@code signs}
 * @param signs keys under {@code merge.sign.<key>}
 * @param state {@code open}; {@code proposed-same} and {@code proposed-different}, which wait for a second officer;
 *     {@code same} and {@code different}
 * @param reason as whoever decided wrote it
 */
public record MergeCandidate(
        UUID id,
        Side one,
        Side other,
        int score,
        List<String> signs,
        String state,
        @Nullable String reason,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        Instant foundAt,
        String division,
        String sealedClass) {

    /** A file as far as it is needed for telling whether it is the same person. */
    public record Side(PersonView person, @Nullable String maskedIdNumber, FactSource source) {}

    public boolean proposed() {
        return state.startsWith("proposed-");
    }

    public boolean decided() {
        return state.equals("same") || state.equals("different");
    }

    @Override
    public String toString() {
        return "MergeCandidate[" + id + "]";
    }
}

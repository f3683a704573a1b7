package org.shouwang.privacy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An erasure, and afterwards the record that it was done.
 *
 * @param basis {@code term} or {@code request}
 * @param state {@code proposed}, {@code done} or {@code withdrawn}
 * @param rows how many rows of which table
 * @param files how many files of the store
 */
public record Erasure(
        UUID id,
        UUID subject,
        String basis,
        boolean policeOver,
        String reason,
        UUID proposedBy,
        Instant proposedAt,
        @Nullable UUID approvedBy,
        @Nullable Instant approvedAt,
        String state,
        Map<String, Integer> rows,
        int files) {

    public Erasure {
        rows = Map.copyOf(rows);
    }

    @Override
    public String toString() {
        return "Erasure[" + id + "]";
    }
}

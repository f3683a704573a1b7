package org.shouwang.officers;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post as it is kept.
 *
 * @param until its last day; null without an end
 * @param rank the lowest is the main post
 */
public record PostRow(
        UUID id,
        String role,
        UUID agency,
        String agencyName,
        String division,
        String divisionName,
        LocalDate from,
        @Nullable LocalDate until,
        int rank) {

    public boolean ended(LocalDate today) {
        return until != null && until.isBefore(today);
    }
}

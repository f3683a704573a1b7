package org.shouwang.officers;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post to be given.
 *
 * @param division the agency's own where none is said
 * @param from today where nothing is said
 * @param until its last day
 */
public record NewPost(
        String role,
        @Nullable UUID agency,
        @Nullable String division,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        int rank) {}

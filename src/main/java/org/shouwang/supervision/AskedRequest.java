package org.shouwang.supervision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of what one supervisor has asked.
 *
 * @param number of the case
 * @param title whom it is about
 * @param place name of the division
 * @param dueAt when what it waits for has to be done; null when it waits for nothing
 * @param late whether that time is over
 */
public record AskedRequest(
        UUID id,
        UUID caseId,
        String number,
        String title,
        String place,
        String ground,
        String level,
        String state,
        Instant askedAt,
        @Nullable Instant answeredAt,
        @Nullable Boolean changed,
        @Nullable Instant dueAt,
        boolean late) {}

package org.shouwang.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A procuratorial or judicial suggestion that has to do with a case. What it says stands in the records it names.
 *
 * @param record null once its words have been erased, as {@code replyRecord} is
 * @param kind {@code SUGGESTION_KIND}
 * @param organ {@code ORGAN} that made it
 * @param way {@code SUGGESTION_WAY}
 * @param unit {@code ORGAN} it is addressed to
 * @param receivedOn the day from which the month counts
 * @param task in which the reply is waited for, or was recorded
 * @param dueAt the first moment that is too late for the written reply
 * @param repliedOn null until the unit has replied in writing
 */
public record Suggestion(
        UUID id,
        UUID caseId,
        @Nullable UUID record,
        String kind,
        String organ,
        @Nullable String documentNo,
        String way,
        String unit,
        LocalDate receivedOn,
        UUID recordedBy,
        Instant recordedAt,
        @Nullable String task,
        @Nullable Instant dueAt,
        @Nullable LocalDate repliedOn,
        @Nullable String replyNo,
        @Nullable UUID replyRecord) {}

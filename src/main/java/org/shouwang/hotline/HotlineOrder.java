package org.shouwang.hotline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Subject;

/**
 * An order of a hotline (热线工单), without what the caller said and who it was.
 *
 * @param line {@code HOTLINE} code
 * @param number on the platform
 * @param category {@code HOTLINE_KIND} code
 * @param way {@code page}, {@code file} or {@code api}
 * @param answerBy when the platform wants its answer; null where it said nothing
 * @param report the report it became
 * @param task the answer that is still to be given
 * @param answer {@code HOTLINE_ANSWER} code, {@code confidential} for the sentence that says nothing
 * @param organ {@code ORGAN} code of whom it belongs to instead
 */
public record HotlineOrder(
        UUID id,
        String line,
        String number,
        Instant calledAt,
        boolean confidential,
        String category,
        String way,
        @Nullable LocalDate answerBy,
        @Nullable UUID report,
        @Nullable String task,
        @Nullable Instant dueAt,
        @Nullable String answer,
        @Nullable String organ,
        @Nullable Instant answeredAt,
        Instant enteredAt,
        String division) {

    /** As the judge of access needs it. */
    Subject subject() {
        return Hotlines.subject(id, division);
    }
}

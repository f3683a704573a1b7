package org.shouwang.supervision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A supervisor's question about one case (督办). What was asked, answered and changed stands in the records it names.
 *
 * @param record the question; null once its words have been erased, as the others are
 * @param ground {@code SUPERVISION_GROUND}
 * @param level {@code township} or {@code county}: who answers
 * @param addressee the responsible person, where that one was asked; whoever answered from then on; else null: the unit
 * @param state {@code asked}, {@code answered}, {@code accepted} or {@code withdrawn}
 * @param rounds how often it was asked
 * @param answerRecord the last answer
 * @param changed whether the answer says that something was changed
 * @param checkRecord what the asker last said to an answer
 */
public record SupervisionRequest(
        UUID id,
        UUID caseId,
        @Nullable UUID record,
        UUID asker,
        String ground,
        String level,
        @Nullable UUID addressee,
        String state,
        int rounds,
        Instant askedAt,
        @Nullable UUID answerRecord,
        @Nullable UUID answeredBy,
        @Nullable Instant answeredAt,
        @Nullable Boolean changed,
        @Nullable UUID checkRecord,
        @Nullable Instant endedAt) {

    public boolean over() {
        return endedAt != null;
    }
}

package org.shouwang.privacy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to see, correct or delete data, and what came of it.
 *
 * @param state {@code open}, {@code granted} or {@code refused}
 * @param decision {@code REQUEST_OUT} as proposed, null until then
 * @param ground {@code REQUEST_REFUSAL} of a refusal
 * @param answer words of the written answer
 * @param confirmedBy the second person, where there has to be one
 */
public record DataRequest(
        UUID id,
        UUID caseId,
        @Nullable UUID person,
        String kind,
        String askedBy,
        String identityCheck,
        String asker,
        String wish,
        UUID recordedBy,
        Instant recordedAt,
        String state,
        @Nullable String decision,
        @Nullable String ground,
        @Nullable String answer,
        @Nullable UUID decidedBy,
        @Nullable UUID confirmedBy,
        @Nullable Instant answeredAt) {

    public boolean granted() {
        return state.equals("granted");
    }

    /** Every refusal and every deletion needs a second person. */
    boolean second() {
        return kind.equals("delete") || "refuse".equals(decision);
    }

    @Override
    public String toString() {
        return "DataRequest[" + id + "]";
    }
}

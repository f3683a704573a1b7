package org.shouwang.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One time a case was in a stage, or that it left one out.
 *
 * @param stage {@code STAGE} code
 * @param enteredAt null when it was left out
 * @param leftAt null while the case is in it
 * @param skippedAt when it was left out
 * @param skipReason {@code SKIP_REASON} code
 */
public record CaseStage(
        String stage,
        @Nullable Instant enteredAt,
        @Nullable Instant leftAt,
        @Nullable Instant skippedAt,
        @Nullable String skipReason) {

    public boolean skipped() {
        return skippedAt != null;
    }
}

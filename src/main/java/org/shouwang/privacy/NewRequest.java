package org.shouwang.privacy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of the file, as it is taken in.
 *
 * @param kind {@code REQUEST_KIND}
 * @param person whose data it is about, somebody on the case
 * @param askedBy {@code REQUEST_BY}
 * @param asker the name of whoever asks, for the written answer
 * @param identityCheck {@code IDENTITY_CHECK}
 * @param wish in their words: what they want to see, have corrected or deleted
 */
public record NewRequest(
        @Nullable String kind,
        @Nullable UUID person,
        @Nullable String askedBy,
        @Nullable String asker,
        @Nullable String identityCheck,
        @Nullable String wish) {

    @Override
    public String toString() {
        return "NewRequest[" + kind + "]";
    }
}

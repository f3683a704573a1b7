package org.shouwang.supervision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open case that is late or red.
 *
 * @param id null where the reader may not see which it is; number and title likewise
 * @param due end of the task that is late longest, null when none is
 * @param task what is to be done next
 * @param unit where that waits
 */
public record UrgentCase(
        @Nullable UUID id,
        @Nullable String number,
        @Nullable String title,
        String grade,
        @Nullable String stage,
        String place,
        @Nullable Instant due,
        @Nullable String task,
        @Nullable String unit) {

    public boolean named() {
        return id != null;
    }
}

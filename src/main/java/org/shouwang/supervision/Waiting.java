package org.shouwang.supervision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the lists behind the numbers.
 *
 * @param key of the row, for the next page
 * @param subject the case or report; null where the reader may not see which
 * @param kind {@code case} or {@code report}
 * @param number null where the reader may not see it
 * @param title whom it is about; null where the reader may not see it
 * @param stage code of {@code STAGE}
 * @param place name of the division
 * @param at due since, received, opened or away since, as the list says
 * @param what the task, or the code of the place a child is in; null in lists of cases
 * @param task the task to open, null in lists of cases
 * @param unit which holds that task or the next of the case; null while nothing is to be done
 */
public record Waiting(
        String key,
        @Nullable UUID subject,
        String kind,
        @Nullable String number,
        @Nullable String title,
        @Nullable String grade,
        @Nullable String stage,
        String place,
        Instant at,
        @Nullable String what,
        @Nullable String task,
        @Nullable String unit) {

    /** Whether the reader may see which it is. */
    public boolean named() {
        return subject != null;
    }

    /** Where one click leads: to the case, or for what is no case yet to its task. */
    public @Nullable String href() {
        if (subject == null) {
            return null;
        }
        if (kind.equals("case")) {
            return "/cases/" + subject;
        }
        return task == null ? null : "/tasks/" + task;
    }
}

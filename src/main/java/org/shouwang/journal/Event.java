package org.shouwang.journal;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as it will stand in the journal for good. Codes, ids, dates and numbers only: no name, no
 * address, no narrative, for the journal outlives every right to see those.
 *
 * @param act what was done, a key of the bundles under {@code act.<act>}, such as {@code case.opened}
 * @param subject the case's or report's id, if the event belongs to one
 * @param officer who did it; null when the system did (a clock, the sealer)
 * @param agency for which unit
 * @param stage code of the five linked stages, if the subject stands in one
 * @param reference the record, task, clock or file the event is about
 * @param details codes by name; what was read is {@code read=<part>}
 */
public record Event(
        String act,
        @Nullable UUID subject,
        @Nullable UUID officer,
        @Nullable UUID agency,
        @Nullable String stage,
        @Nullable String reference,
        Map<String, String> details) {

    public Event {
        details = Map.copyOf(details);
    }
}

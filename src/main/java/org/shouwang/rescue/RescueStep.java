package org.shouwang.rescue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One stage of a treatment as it was recorded: codes and times. What the doctors say stands sealed in the record.
 *
 * @param stage {@code first-aid}, {@code admission}, {@code discharge}, {@code rehabilitation} or {@code review}
 * @param skip {@code RESCUE_SKIP} code where the stage was left out, else null
 * @param way {@code RESCUE_WAY} code: by the hospital itself, or for it
 * @param happenedAt when it happened, null where no time was told
 * @param nextOn when the next look at the rehabilitation is due
 * @param result {@code REHAB_RESULT} code, once it ended
 * @param confirmed what the hospital said of what was recorded for it; null until it has
 */
record RescueStep(
        String stage,
        @Nullable String skip,
        String way,
        @Nullable Instant happenedAt,
        @Nullable String companion,
        @Nullable String payer,
        @Nullable Boolean greenChannel,
        @Nullable LocalDate nextOn,
        @Nullable String result,
        @Nullable Boolean confirmed,
        Instant at,
        UUID record) {}

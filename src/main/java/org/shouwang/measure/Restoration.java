package org.shouwang.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One application to restore guardianship (恢复监护人资格), with the bars as they stood when it was recorded.
 *
 * @param person {@code MEASURE_PERSON} code
 * @param timing {@code early}, {@code within} or {@code late}
 * @param crime {@code YES_NO_UNSURE} code: an intentional crime against the child
 * @param decision {@code RESTORE_DECISION} code, null until the court has decided
 * @param at when the last of it was recorded
 * @param record the form that said so
 */
record Restoration(
        String person,
        LocalDate revokedOn,
        LocalDate appliedOn,
        String timing,
        String crime,
        @Nullable String decision,
        @Nullable LocalDate decidedOn,
        Instant at,
        UUID record) {}

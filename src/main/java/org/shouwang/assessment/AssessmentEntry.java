package org.shouwang.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One assessment of a case.
 *
 * @param tool {@code ASSESSMENT_TOOL} code
 * @param score of 100, null where the tool gives none
 * @param proposed {@code GRADE} the table proposed
 * @param decided {@code GRADE} the worker decided on
 * @param judgement {@code agree}, {@code raise} or {@code lower}
 * @param reasons why the table proposed it, in sentences
 * @param childHeard null where the tool does not ask, or this was not kept yet
 * @param state {@code pending}, {@code in-force} or {@code refused}
 */
public record AssessmentEntry(
        UUID record,
        String tool,
        @Nullable Integer score,
        String proposed,
        String decided,
        String judgement,
        List<String> reasons,
        @Nullable Boolean childHeard,
        String state,
        @Nullable LocalDate nextDate,
        Instant at) {}

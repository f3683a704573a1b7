package org.shouwang.reporting;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Subject;

/**
 * A unit with the duty to report seems to have known earlier (未及时报告待核实). By kind of unit, never by person.
 *
 * @param number of the lead or case it appeared from
 * @param unitKind {@code REPORTER_KIND} code
 * @param knownAt since when the unit seems to have known
 * @param reportedAt when it reported; null where it never did
 * @param ground {@code LATE_GROUND} code: how it appeared
 * @param state {@code open}, {@code verified}, {@code not}, {@code passed} or {@code answered}
 * @param organ {@code ORGAN} it was passed to
 * @param recipient who has it there
 * @param division of the county
 */
public record LateReport(
        UUID id,
        String number,
        @Nullable UUID report,
        @Nullable UUID caseId,
        String unitKind,
        Instant knownAt,
        @Nullable Instant reportedAt,
        String ground,
        String state,
        @Nullable Instant thankedAt,
        @Nullable Instant decidedAt,
        @Nullable String organ,
        @Nullable UUID recipient,
        @Nullable Instant answeredAt,
        Instant openedAt,
        String division) {

    static final String KIND = "late-report";

    /** As the judge of access needs it: restricted from birth, and the superior authority's own once it was passed there. */
    Subject subject() {
        return Subject.of(id, KIND, division, "restricted", recipient);
    }
}

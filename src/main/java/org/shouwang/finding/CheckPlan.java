package org.shouwang.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.shouwang.access.Subject;

/**
 * A planned check (排查).
 *
 * @param screened {@code SCREENED}: which group
 * @param division of whoever planned it: a township or the county
 * @param villages asked
 * @param answered of these
 */
public record CheckPlan(
        UUID id,
        String screened,
        LocalDate validFrom,
        LocalDate validUntil,
        UUID agency,
        Instant setAt,
        String division,
        int villages,
        int answered) {

    Subject subject() {
        return Subject.of(id, "check-plan", division, "open");
    }
}

package org.shouwang.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Subject;

/**
 * That the record of a case is sealed (犯罪记录封存).
 *
 * @param ground code of {@code JUVENILE_SEAL_GROUND}
 * @param organ code of {@code ORGAN}: who ordered it
 * @param classBefore what the case was: who may open it is judged by that
 */
public record JuvenileSeal(
        UUID caseId,
        String number,
        String ground,
        String organ,
        LocalDate orderedOn,
        @Nullable String orderNo,
        Instant sealedAt,
        String division,
        String classBefore) {

    /** As it is judged who may open it; the class itself is nobody's. */
    Subject asSubject() {
        return Subject.of(caseId, "case", division, classBefore);
    }

    @Override
    public String toString() {
        return "JuvenileSeal[sealed]";
    }
}

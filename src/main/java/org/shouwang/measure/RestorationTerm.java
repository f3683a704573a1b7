package org.shouwang.measure;

import java.time.LocalDate;
import java.time.Period;

/**
 * When restoration of guardianship may be asked for, counted from the revocation, as {@code measures.yaml} says.
 *
 * @param basis where that stands, in words
 */
record RestorationTerm(Period after, Period until, String basis) {

    LocalDate opens(LocalDate revokedOn) {
        return revokedOn.plus(after);
    }

    LocalDate closes(LocalDate revokedOn) {
        return revokedOn.plus(until);
    }

    /** {@code early}, {@code within} or {@code late}. */
    String timing(LocalDate revokedOn, LocalDate on) {
        if (on.isBefore(opens(revokedOn))) {
            return "early";
        }
        return on.isAfter(closes(revokedOn)) ? "late" : "within";
    }
}

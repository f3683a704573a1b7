package org.shouwang.workflow;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody stands in for an officer on leave (代办).
 *
 * @param ground code of {@code ABSENCE}
 * @param until its last day; it has one, always
 * @param declaredBy the officer, or a superior where he or she cannot
 */
public record Delegation(
        UUID id, UUID officer, UUID deputy, String ground, LocalDate from, LocalDate until, UUID declaredBy) {

    /** Whether it also hands over what the officer is named on in person, which only the officer can do. */
    public boolean personal() {
        return declaredBy.equals(officer);
    }
}

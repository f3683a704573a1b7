package org.shouwang.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One suit to revoke guardianship (撤销监护人资格, 民法典 第三十六条), as far as it has come.
 *
 * @param applicant {@code REVOKE_APPLICANT} code
 * @param acceptance {@code COURT_ACCEPTANCE} code, null until the court has said
 * @param decision {@code REVOKE_DECISION} code, null until the court has decided
 * @param newGuardian {@code NEW_GUARDIAN} code
 * @param settledOn when the child was handed over to the new guardian
 * @param nextStep {@code REVOKE_NEXT} code, where guardianship was not revoked
 * @param checkOn when it is looked at again whether the guardian does what was agreed
 * @param at when the last of it was recorded
 * @param record the form that said so
 */
record Revocation(
        String ground,
        String applicant,
        @Nullable LocalDate appliedOn,
        @Nullable String acceptance,
        @Nullable LocalDate acceptedOn,
        @Nullable String decision,
        @Nullable LocalDate decidedOn,
        @Nullable String newGuardian,
        @Nullable LocalDate settledOn,
        @Nullable String nextStep,
        @Nullable LocalDate checkOn,
        Instant at,
        UUID record) {}

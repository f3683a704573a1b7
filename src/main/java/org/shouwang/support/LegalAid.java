package org.shouwang.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One application for legal aid (法律援助), as far as it has come.
 *
 * @param whose {@code NEED_FOR} code
 * @param matter {@code LEGAL_MATTER} code
 * @param decision {@code LEGAL_AID_DECISION} code, null until the body has decided
 * @param answer {@code LEGAL_AID_ANSWER} code, null without an objection that was answered
 * @param record the form that said the last of it
 */
record LegalAid(
        String whose,
        String matter,
        LocalDate appliedOn,
        @Nullable String decision,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate objectedOn,
        @Nullable String answer,
        @Nullable LocalDate assignedOn,
        Instant at,
        UUID record) {}

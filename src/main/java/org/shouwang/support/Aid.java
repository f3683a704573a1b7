package org.shouwang.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request for emergency aid, as far as it has come: codes, yuan and dates. Why it is needed stands in the record.
 *
 * @param ground {@code AID_GROUND} code
 * @param decider {@code township} or {@code county}
 * @param most yuan that its rule gave at one time, {@code townshipLimit} up to which the township decides
 * @param granted null until it is decided
 * @param simplified whether it is paid first and its papers follow
 * @param paidBy {@code AID_WAY} code
 * @param at when the last of it was recorded
 * @param record the form that said so
 */
record Aid(
        String instance,
        String ground,
        int amount,
        boolean urgent,
        String decider,
        int most,
        int townshipLimit,
        @Nullable Boolean granted,
        @Nullable Integer grantedAmount,
        boolean simplified,
        @Nullable LocalDate paidOn,
        @Nullable Integer paidAmount,
        @Nullable String paidBy,
        @Nullable LocalDate papersOn,
        Instant requestedAt,
        Instant at,
        UUID record) {}

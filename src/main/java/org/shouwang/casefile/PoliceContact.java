package org.shouwang.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One contact with the police about a case.
 *
 * @param record the completed form
 * @param kind {@code told}, {@code result} or {@code confirmed}
 * @param resultCode a {@code POLICE_RESULT} code
 * @param station whose the liaison said it is, by name; null where nobody said it for a station
 * @param byPhone whether our worker wrote down what they said
 */
public record PoliceContact(
        UUID record,
        String kind,
        @Nullable String receiptNo,
        @Nullable String resultCode,
        boolean byPhone,
        @Nullable Instant happenedAt,
        @Nullable String station,
        Instant at) {}

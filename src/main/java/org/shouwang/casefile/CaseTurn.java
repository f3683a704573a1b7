package org.shouwang.casefile;

import java.time.Instant;
import java.util.UUID;

/**
 * A person turned a case another way than it was going.
 *
 * @param kind {@code reopened}, {@code review}, {@code new-harm}, {@code restrict}, {@code lift-proposed}, {@code lift} or
 *     {@code lift-refused}
 * @param reason in the person's own words
 */
public record CaseTurn(String kind, String reason, UUID officer, Instant at) {

    @Override
    public String toString() {
        return "CaseTurn[" + kind + "]";
    }
}

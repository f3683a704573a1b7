package org.shouwang.access;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * How far an actor's right to an act reaches, in terms a query can use: the same rules {@link Access} judges one
 * subject by, so that a list and a single read cannot differ.
 *
 * @param officer who looks
 * @param agencies whose participations count; empty when the right does not reach through the unit
 * @param territory division ranges in which open subjects are within reach
 * @param restrictedTerritory division ranges in which restricted ones are, too
 * @param named officers on whose subjects one reaches: oneself, those stood in for, or nobody
 * @param assignedIn states in which subjects are within reach on which the officer is named
 * @param own whether what the officer filed is within reach
 * @param barred subjects the officer is kept off, whatever else reaches them
 */
public record Scope(
        UUID officer,
        List<UUID> agencies,
        List<Range> territory,
        List<Range> restrictedTerritory,
        Set<UUID> named,
        Set<String> assignedIn,
        boolean own,
        Set<UUID> barred) {

    /** The parameter of a query that finds what an officer is named on. */
    public UUID[] namedIds() {
        return named.toArray(UUID[]::new);
    }

    /** The parameter of a query that leaves out what the officer is kept off. */
    public UUID[] barredIds() {
        return barred.toArray(UUID[]::new);
    }

    /** Codes from {@code first} to {@code last}, both included. */
    public record Range(String first, String last) {

        public boolean includes(String code) {
            return code.compareTo(first) >= 0 && code.compareTo(last) <= 0;
        }
    }
}

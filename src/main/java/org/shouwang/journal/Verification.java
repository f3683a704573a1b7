package org.shouwang.journal;

import java.util.HexFormat;
import java.util.Optional;

/**
 * What a walk along the whole chain showed.
 *
 * @param sealed how many seals the chain has, up to the first finding
 * @param head the last seal as {@code <seq>:<hash>}, to compare with heads kept elsewhere
 * @param first the first thing that is not as it was sealed
 */
public record Verification(long sealed, String head, Optional<Finding> first) {

    /** In which way an entry is not as it was sealed. */
    public enum Kind {
        /** Says something else than when it was sealed. */
        ALTERED,
        /** Was given an earlier time. */
        BACKDATED,
        /** Stands where another entry stood. */
        SWAPPED,
        /** Is gone, its seal remains. */
        REMOVED,
        /** Stands among sealed entries without a seal of its own. */
        ADDED,
        /** The seal of this entry does not follow from the one before: seals were altered or removed. */
        CHAIN_BROKEN,
        /** The chain does not hold the head that was kept elsewhere: it was cut or rewritten. */
        HEAD_MISSING
    }

    /** The entry and what is wrong with it. */
    public record Finding(Kind kind, long entryId) {}

    public boolean whole() {
        return first.isEmpty();
    }

    /** One line for a terminal or a report. */
    public String sentence() {
        return first.map(finding -> "NOT WHOLE: entry " + finding.entryId() + " " + finding.kind() + ", after " + sealed
                        + " entries that are as they were sealed")
                .orElseGet(() -> "WHOLE: " + sealed + " entries are as they were sealed; head " + head);
    }

    static String head(Seal seal) {
        return seal.seq() + ":" + HexFormat.of().formatHex(seal.chainHash());
    }
}

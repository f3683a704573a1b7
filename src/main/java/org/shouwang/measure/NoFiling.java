package org.shouwang.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far a decision of the police not to file (不予立案) has been taken, in dates.
 *
 * @param reconsiderOn when the child's side asked the police to reconsider, {@code reviewOn} to review
 * @param askedOn when the procuratorate asked the police for their reasons
 * @param ended {@code filed}, {@code upheld} or {@code stopped}; null while it goes on
 * @param at when the last of it was recorded
 * @param record the form that said so
 */
record NoFiling(
        LocalDate servedOn,
        @Nullable LocalDate reconsiderOn,
        @Nullable LocalDate reconsideredOn,
        @Nullable LocalDate reviewOn,
        @Nullable LocalDate reviewedOn,
        @Nullable LocalDate procuratorOn,
        @Nullable LocalDate askedOn,
        @Nullable LocalDate reasonsOn,
        @Nullable LocalDate orderedOn,
        @Nullable LocalDate filedOn,
        @Nullable String ended,
        Instant at,
        UUID record) {

    /** What the police answer next: the latest that was asked of them. */
    String waitsFor() {
        if (orderedOn != null) {
            return "filing";
        }
        return reviewOn == null ? "reconsideration" : "review";
    }
}

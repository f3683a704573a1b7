package org.shouwang.finding;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A flag on a household (重点关注).
 *
 * @param since the day it was set
 * @param until the last day it is shown; it ends by itself
 * @param ground what it is about; null for whoever sees only that there is one
 */
public record HouseholdFlag(
        UUID id,
        UUID household,
        LocalDate since,
        LocalDate until,
        @Nullable Ground ground) {

    /**
     * @param kind {@code FLAG_KIND}
     * @param source {@code FLAG_SOURCE}
     */
    public record Ground(String kind, String source, String reason, UUID setBy) {

        @Override
        public String toString() {
            return "Ground[" + kind + "]";
        }
    }
}

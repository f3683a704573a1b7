package org.shouwang.placement;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the ledger, alarms first, then those who have been away longest.
 *
 * @param at the moment it is about
 * @param next where the next page starts, null on the last
 */
public record LedgerPage(
        Instant at, List<LedgerRow> items, @Nullable String next) {

    public LedgerPage {
        items = List.copyOf(items);
    }
}

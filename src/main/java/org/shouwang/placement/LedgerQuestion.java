package org.shouwang.placement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A question for the ledger.
 *
 * @param on a day that has come; what is asked for is how it ended, for today how it is now
 * @param place {@code PLACE} code; null for every place but home
 * @param state {@code open} for children on a case that was open then, {@code closed}, or {@code all}
 */
public record LedgerQuestion(LocalDate on, @Nullable String place, String state) {}

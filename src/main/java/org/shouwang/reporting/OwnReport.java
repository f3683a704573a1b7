package org.shouwang.reporting;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One's own report, as its reporter sees it: what was known when it was sent, and its state.
 *
 * @param state {@code received}, {@code handling} or {@code done}
 * @param route {@code emergency}, {@code county} or {@code township}: who takes it first
 * @param division 12-digit code of the village
 * @param thanked whether it came late and the county has said thanks for it all the same
 * @param told what was told since, the latest first; empty in a list
 */
public record OwnReport(
        UUID id,
        String trackingCode,
        String state,
        Instant receivedAt,
        String route,
        String division,
        boolean thanked,
        List<Told> told) {

    public OwnReport {
        told = List.copyOf(told);
    }

    public boolean urgent() {
        return route.equals("emergency");
    }
}

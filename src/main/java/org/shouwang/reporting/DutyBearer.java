package org.shouwang.reporting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A kind of reporter, and whether the law makes it report.
 *
 * @param key {@code REPORTER_KIND} code
 * @param duty whether it must report; everybody else may
 * @param agencyTypes {@code AGENCY_TYPE} of the units that are of this kind
 * @param superior {@code ORGAN} above it; null where none is written
 * @param divisions codes of the places where it is on the list; empty for everywhere
 * @param basis the article that says so, in words
 * @param mark how well that is known, as in {@code clocks.yaml}
 */
record DutyBearer(
        String key,
        boolean duty,
        List<String> agencyTypes,
        @Nullable String superior,
        List<String> divisions,
        String basis,
        String mark) {

    DutyBearer {
        agencyTypes = List.copyOf(agencyTypes);
        divisions = List.copyOf(divisions);
    }
}

package org.shouwang.placement;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * When it is not enough known where a child is. Terms for queries over {@code placement} as of a moment {@code :at};
 * {@link #unverifiedBefore} gives their other parameter.
 */
@Component
public class PlacementAlarms {

    /** The last place that is known at that moment, whether the child is still there or not. */
    public static final String LAST = "placement.since <= :at and placement.followed_at > :at";

    /** Not at home, or not there any more. */
    public static final String AWAY = "(placement.place <> 'home' or placement.until <= :at)";

    /**
     * {@code gap} (left, and no next place), {@code missing}, {@code unverified} (待核实 for too long), or null; only
     * right for a row that is the {@link #LAST}.
     */
    public static final String ALARM = """
            case when placement.until <= :at then 'gap'
                 when placement.place = 'missing' then 'missing'
                 when placement.place = 'unverified' and placement.since < :unverifiedBefore then 'unverified' end""";

    private final Duration within;

    PlacementAlarms(@Value("${shouwang.limits.place-verified-within}") Duration within) {
        this.within = within;
    }

    /** How long a place may be to be verified (待核实): our default, from no law. */
    public Duration within() {
        return within;
    }

    /** Parameter {@code :unverifiedBefore} of a question as of {@code at}. */
    public OffsetDateTime unverifiedBefore(Instant at) {
        return Placements.at(at.minus(within));
    }
}

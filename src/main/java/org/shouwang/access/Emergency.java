package org.shouwang.access;

import java.time.Instant;
import java.util.UUID;

/**
 * An emergency access (紧急查阅) that runs: one officer reads one case until it ends by itself. What is archived and what
 * is sealed is opened in the same way, each by an opening of its own kind.
 *
 * @param subject the case
 * @param ground code of {@code EMERGENCY_GROUND}, {@code ARCHIVE_GROUND} or {@code JUVENILE_OPEN_GROUND}
 * @param kind {@code emergency}, {@code archive} or {@code juvenile}
 */
public record Emergency(UUID id, UUID subject, String ground, Instant until, String kind) {

    /** Of a sealed juvenile record: the only one that opens it. */
    public boolean juvenile() {
        return kind.equals("juvenile");
    }
}

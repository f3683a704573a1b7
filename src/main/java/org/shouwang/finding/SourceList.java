package org.shouwang.finding;

import java.time.Instant;
import java.util.UUID;
import org.shouwang.access.Subject;

/**
 * A list that came in.
 *
 * @param kind key of a {@link SourceKind}
 * @param via {@code file} or {@code api}
 * @param agency that sent it, or took it in for another
 * @param taken rows that became hints
 * @param rejected rows that did not, each with its reason
 */
public record SourceList(
        UUID id,
        String kind,
        String via,
        UUID agency,
        UUID sentBy,
        Instant receivedAt,
        int taken,
        int rejected,
        String division) {

    Subject subject() {
        return Subject.of(id, "source-list", division, "open", sentBy);
    }
}

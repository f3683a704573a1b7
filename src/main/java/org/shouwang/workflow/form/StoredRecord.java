package org.shouwang.workflow.form;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A completed form as it was sent: never changed.
 *
 * @param data the answers the reader may see
 * @param withheld places ({@code /how}, {@code /needs/0/who}) of answers the reader may not see
 */
public record StoredRecord(
        UUID id,
        UUID subject,
        @Nullable String task,
        String form,
        int version,
        ObjectNode data,
        Set<String> withheld,
        String division,
        String sealedClass,
        @Nullable UUID officer,
        @Nullable UUID agency,
        Instant at) {

    public StoredRecord {
        withheld = Set.copyOf(withheld);
    }
}

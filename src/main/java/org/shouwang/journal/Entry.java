package org.shouwang.journal;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An event as it stands in the journal; for the meaning of its parts see {@link Event}. */
public record Entry(
        long id,
        Instant at,
        String act,
        @Nullable UUID subject,
        @Nullable UUID officer,
        @Nullable UUID agency,
        @Nullable String stage,
        @Nullable String reference,
        Map<String, String> details) {}

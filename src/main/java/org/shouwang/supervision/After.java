package org.shouwang.supervision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.web.Refusal;

/** Where a page of questions ended. */
record After(Instant at, UUID id) {

    /** Before the first page: later than any. */
    private static final After START = new After(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1L, -1L));

    static After parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return START;
        }
        try {
            int split = text.indexOf('~');
            return new After(Instant.parse(text.substring(0, split)), UUID.fromString(text.substring(split + 1)));
        } catch (RuntimeException e) {
            throw Refusal.malformed("bad-cursor");
        }
    }
}

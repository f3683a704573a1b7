package org.shouwang.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.web.Refusal;

/** Where a page of cases ended. */
record CaseCursor(Instant at, UUID id) {

    /** Before the first page: later than any case. */
    static final CaseCursor START = new CaseCursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1L, -1L));

    static CaseCursor parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return START;
        }
        try {
            int split = text.indexOf('~');
            return new CaseCursor(Instant.parse(text.substring(0, split)), UUID.fromString(text.substring(split + 1)));
        } catch (RuntimeException e) {
            throw Refusal.malformed("bad-cursor");
        }
    }

    static CaseCursor after(CaseView last) {
        return new CaseCursor(last.openedAt(), last.id());
    }

    @Override
    public String toString() {
        return at + "~" + id;
    }
}

package org.shouwang.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.web.Refusal;

/** Where a page of a list ended: {@code 2059-03-01.0198…}. */
record RetentionCursor(LocalDate day, UUID subject) {

    static @Nullable RetentionCursor parse(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return new RetentionCursor(LocalDate.parse(text.substring(0, 10)), UUID.fromString(text.substring(11)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw Refusal.malformed("bad-cursor");
        }
    }

    @Override
    public String toString() {
        return day + "." + subject;
    }
}

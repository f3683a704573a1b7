package org.shouwang.notification;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One notice to one officer.
 *
 * @param code which sentence of {@link NoticeTexts} it is
 * @param link where in the product to go
 * @param readAt when the officer saw it, if yet
 */
public record Notice(
        UUID id,
        String code,
        @Nullable UUID subject,
        String link,
        Instant at,
        @Nullable Instant readAt) {

    public boolean unread() {
        return readAt == null;
    }
}

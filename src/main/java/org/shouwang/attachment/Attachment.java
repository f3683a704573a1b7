package org.shouwang.attachment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to a subject.
 *
 * @param name as its uploader called it; a name may give away who reported, so others are shown {@link #neutralName()}
 * @param type media type, found from the content
 * @param size bytes as stored
 * @param officer who brought it
 * @param form the form it was given with, null where it is no form's
 */
public record Attachment(
        UUID id,
        UUID subject,
        String name,
        String extension,
        String type,
        long size,
        String division,
        String sealedClass,
        UUID officer,
        Instant at,
        @Nullable String form) {

    /** A name that says nothing but what kind of file it is. */
    public String neutralName() {
        return id.toString().substring(24) + '.' + extension;
    }

    /** {@code photo}, {@code recording}, {@code video} or {@code paper}: the message {@code attachment.kind.<kind>}. */
    public String kind() {
        return switch (type.substring(0, type.indexOf('/'))) {
            case "image" -> "photo";
            case "audio" -> "recording";
            case "video" -> "video";
            default -> "paper";
        };
    }

    @Override
    public String toString() {
        return "Attachment[" + id + ']';
    }
}

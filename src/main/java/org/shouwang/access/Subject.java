package org.shouwang.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an act is about, as far as the judge needs to know.
 *
 * @param id the case's, report's or person's id
 * @param kind {@code case}, {@code report}, {@code person} …
 * @param division 12-digit code of the place it belongs to
 * @param sealedClass {@code open} or {@code restricted}
 * @param owner the officer whose own it is (who filed the report), if that counts
 */
public record Subject(
        UUID id,
        String kind,
        String division,
        String sealedClass,
        @Nullable UUID owner) {

    public static Subject of(UUID id, String kind, String division, String sealedClass) {
        return new Subject(id, kind, division, sealedClass, null);
    }
}

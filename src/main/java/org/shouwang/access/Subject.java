package org.shouwang.access;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an act is about, as far as the judge needs to know.
 *
 * @param id the case's, report's or person's id
 * @param kind {@code case}, {@code report}, {@code person} …
 * @param division 12-digit code of the place it belongs to
 * @param sealedClass {@code open}, {@code restricted}, {@code archived} or {@code sealed} (a juvenile record)
 * @param owner the officer whose own it is (who filed the report), if that counts
 * @param stage {@code STAGE} code, null where it is not known or there is none
 * @param state {@code lead}, {@code open} or {@code closed}; null where it is not known: the judge looks it up when a
 *     rule asks
 */
public record Subject(
        UUID id,
        String kind,
        String division,
        String sealedClass,
        @Nullable UUID owner,
        @Nullable String stage,
        @Nullable String state) {

    /** States a rule can name. A report is a lead for as long as it is asked for as a report. */
    public static final Set<String> STATES = Set.of("lead", "open", "closed");

    public static Subject of(UUID id, String kind, String division, String sealedClass) {
        return of(id, kind, division, sealedClass, null);
    }

    public static Subject of(UUID id, String kind, String division, String sealedClass, @Nullable UUID owner) {
        boolean lead = kind.equals("report");
        return new Subject(id, kind, division, sealedClass, owner, lead ? "reporting" : null, lead ? "lead" : null);
    }

    /** A sealed juvenile record (犯罪记录封存): no row of the matrix reaches it, only what was opened as one. */
    boolean sealed() {
        return sealedClass.equals("sealed");
    }

    /** The same where it stands now. */
    public Subject at(@Nullable String nowStage, String nowState) {
        return new Subject(id, kind, division, sealedClass, owner, nowStage, nowState);
    }
}

package org.shouwang.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Subject;

/**
 * A closed case, or a lead that became none, and how long it is kept. Says nothing of anybody.
 *
 * @param kind {@code case} or {@code report}
 * @param category key of its {@link RetentionClass}
 * @param eraseOn the first day on which it may be erased, null when never
 * @param sealedClass what it was before it was archived
 */
public record Kept(
        UUID subject,
        String kind,
        String number,
        String category,
        LocalDate closedOn,
        LocalDate archiveOn,
        @Nullable LocalDate eraseOn,
        @Nullable Instant archivedAt,
        @Nullable Instant erasedAt,
        String division,
        String sealedClass) {

    /** As the judge of access needs it. */
    Subject asSubject() {
        return Subject.of(subject, "retention", division, sealedClass);
    }

    /** {@code kept}, {@code archived} or {@code erased}. */
    public String state() {
        if (erasedAt != null) {
            return "erased";
        }
        return archivedAt == null ? "kept" : "archived";
    }

    /** Whether its time is over. */
    public boolean over(LocalDate today) {
        return eraseOn != null && !eraseOn.isAfter(today);
    }
}

package org.shouwang.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * A consent, or another ground, as somebody records it; what is missing is told field by field.
 *
 * @param person somebody on the case
 * @param purpose {@code DATA_PURPOSE}
 * @param ground {@code LEGAL_GROUND}: {@code duty} or {@code consent}
 * @param giver {@code CONSENT_GIVER}, for a consent
 * @param without {@code WITHOUT_CONSENT}, for a duty
 * @param recipients units that get the data
 * @param fields {@code DATA_FIELD} codes
 * @param until the last day, null where there is none
 * @param evidence a file of the case, or one just taken in for it
 */
public record NewConsent(
        @Nullable UUID person,
        @Nullable String purpose,
        @Nullable String ground,
        @Nullable String giver,
        @Nullable String without,
        @Nullable List<UUID> recipients,
        @Nullable List<String> fields,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate until,

        @Nullable UUID evidence) {}

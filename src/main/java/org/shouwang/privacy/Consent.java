package org.shouwang.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the register: which fields about whom go to whom, on what ground, until when. Codes and ids only.
 *
 * @param outside the unit of another county that gets the data, null where units of this county do
 */
public record Consent(
        UUID id,
        UUID caseId,
        UUID person,
        String purpose,
        String ground,
        @Nullable String giver,
        @Nullable String without,
        List<String> fields,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable UUID evidence,
        UUID recordedBy,
        Instant recordedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBy,
        @Nullable String outside,
        List<Recipient> recipients) {

    public Consent {
        fields = List.copyOf(fields);
        recipients = List.copyOf(recipients);
    }

    /**
     * A unit that gets the data.
     *
     * @param outcome {@code WITHDRAWAL_OUT}: what it did after a withdrawal, null until it has said
     * @param keptGround {@code WITHDRAWAL_KEEP} where it keeps the data
     */
    public record Recipient(
            UUID agency,
            @Nullable String outcome,
            @Nullable String keptGround,
            boolean byPhone,
            @Nullable Instant doneAt) {}

    /** {@code running}, {@code ended} or {@code withdrawn}. */
    public String state(LocalDate today) {
        if (withdrawnAt != null) {
            return "withdrawn";
        }
        return until != null && until.isBefore(today) ? "ended" : "running";
    }

    /** Whether this lets these data go to this unit on this day, for this purpose, because somebody consented to it. */
    boolean covers(UUID agency, String wantedPurpose, List<String> wanted, LocalDate today) {
        return ground.equals("consent")
                && state(today).equals("running")
                && !from.isAfter(today)
                && purpose.equals(wantedPurpose)
                && fields.containsAll(wanted)
                && recipients.stream().anyMatch(unit -> unit.agency().equals(agency));
    }

    Consent with(List<Recipient> units) {
        return new Consent(
                id,
                caseId,
                person,
                purpose,
                ground,
                giver,
                without,
                fields,
                from,
                until,
                evidence,
                recordedBy,
                recordedAt,
                withdrawnAt,
                withdrawnBy,
                outside,
                units);
    }
}

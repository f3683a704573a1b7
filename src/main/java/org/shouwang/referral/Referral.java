package org.shouwang.referral;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Subject;

/**
 * One referral, as whoever sent it follows it: to whom, what for, how far. What went along is not in it.
 *
 * @param record the form it was sent with; null once that has been erased, as the others are
 * @param kind {@code agency} of this county, {@code outside}: another county is asked for something, or {@code transfer}
 * @param agency null for another county
 * @param receiver who has it there; null where nobody logs in
 * @param instead whether the unit above has it, because the post is vacant
 * @param county code of the other county
 * @param unit the unit there
 * @param tie {@code REFERRAL_TIE}: what that county is to the child
 * @param purpose {@code DATA_PURPOSE}
 * @param ground {@code LEGAL_GROUND}
 * @param consent its entry in the register
 * @param fields {@code DATA_FIELD} codes
 * @param until the last day on which the data may be used
 * @param answerBy when the sender wants an answer, if that was said
 * @param state {@code sent}, {@code asked} back, {@code accepted}, {@code refused}, {@code done} or {@code recalled}
 * @param heard {@code REFERRAL_HEARD}: how the last answer came
 * @param refusal {@code REFERRAL_REFUSAL}
 * @param results how many results have come so far
 */
public record Referral(
        UUID id,
        UUID caseId,
        @Nullable UUID record,
        String kind,
        @Nullable UUID agency,
        @Nullable UUID receiver,
        boolean instead,
        @Nullable String county,
        @Nullable String unit,
        @Nullable String tie,
        String purpose,
        String ground,
        @Nullable UUID consent,
        List<String> fields,
        @Nullable LocalDate until,
        UUID sender,
        Instant sentAt,
        @Nullable LocalDate answerBy,
        String state,
        @Nullable Instant answeredAt,
        @Nullable String heard,
        @Nullable String refusal,
        @Nullable UUID answerRecord,
        int results,
        @Nullable Instant resultAt,
        @Nullable UUID resultRecord,
        @Nullable Instant endedAt,
        String division,
        String sealedClass) {

    public Referral {
        fields = List.copyOf(fields);
    }

    public boolean over() {
        return endedAt != null;
    }

    /** As the judge of access needs the case it belongs to. */
    Subject ofCase() {
        return Subject.of(caseId, "case", division, sealedClass);
    }

    /** As the judge needs it for whoever received it: that one's own, whatever the case is. */
    Subject received() {
        return Subject.of(caseId, "referral", division, sealedClass, receiver);
    }

    /** Whether whoever received it may still use what went along. */
    boolean readable(LocalDate today) {
        return !state.equals("recalled") && !state.equals("refused") && (until == null || !until.isBefore(today));
    }

    @Override
    public String toString() {
        return "Referral[" + id + "]";
    }
}

package org.shouwang.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.casefile.GradeDecision;
import org.shouwang.workflow.Completion;

/**
 * An assessment as it was just made.
 *
 * @param tool an {@code ASSESSMENT_TOOL} code
 * @param score of 100, null where the tool gives none
 * @param childHeard null where the tool does not ask
 * @param instance the run of the process it was made in
 */
record Assessment(
        String tool,
        UUID record,
        Proposal proposal,
        @Nullable Integer score,
        String decided,
        String judgement,
        @Nullable Boolean childHeard,
        Actor by,
        @Nullable LocalDate nextDate,
        String instance,
        Instant at) {

    /** The short one, which the case has its grade from. */
    static final String SCREENING = "screening";

    static Assessment of(String tool, Completion completion, Proposal proposal, @Nullable Integer score) {
        return new Assessment(
                tool,
                completion.record(),
                proposal,
                score,
                completion.data().get("grade").asString(),
                completion.data().get("judgement").asString(),
                completion.data().hasNonNull("childHeard")
                        ? completion.data().get("childHeard").asString().equals("yes")
                        : null,
                completion.by(),
                completion.data().hasNonNull("nextDate")
                        ? LocalDate.parse(completion.data().get("nextDate").asString())
                        : null,
                completion.instance(),
                completion.at());
    }

    boolean lowers() {
        return judgement.equals("lower");
    }

    GradeDecision grade() {
        return new GradeDecision(decided, proposal.reasons(), proposal.decision(), !judgement.equals("agree"));
    }
}

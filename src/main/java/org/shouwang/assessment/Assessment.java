package org.shouwang.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.casefile.GradeDecision;

/** An assessment as it was just made. */
record Assessment(
        UUID record,
        ChildRisk.Proposal proposal,
        String decided,
        String judgement,
        boolean childHeard,
        Actor by,
        @Nullable LocalDate nextDate,
        Instant at) {

    boolean lowers() {
        return judgement.equals("lower");
    }

    GradeDecision grade() {
        return new GradeDecision(decided, proposal.reasons(), proposal.decision(), !judgement.equals("agree"));
    }
}

package org.shouwang.placement;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.shouwang.casefile.Cases;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * A stay in hospital begins with the child's arrival there and ends where it is next, so that the ledger has no gap. It takes
 * the child away from nobody: from there to another place of care a child comes by a handover, on one of its grounds.
 */
@Component
class HospitalStay {

    static final String TO = "toPlace";
    private static final String HOSPITAL = "hospital";

    private final Placements placements;
    private final Cases cases;
    private final ReturnHome returnHome;

    HospitalStay(Placements placements, Cases cases, ReturnHome returnHome) {
        this.placements = placements;
        this.cases = cases;
        this.returnHome = returnHome;
    }

    /** The child is in the hospital since a field says, unless the ledger has it there by then. */
    void begins(Completion said, String field) {
        if (said.data().hasNonNull(field)) {
            Instant at = moment(said.data(), field);
            if (!placements.wasIn(said.subject(), HOSPITAL, at)) {
                placements.admitted(new Placements.Beginning(said.subject(), HOSPITAL, said.record(), field), at);
            }
        }
    }

    /** The child left at the time a field says, and is in {@code toPlace} since. */
    void ends(Completion said, String field) {
        UUID file = said.subject();
        ObjectNode data = said.data();
        String to = data.path(TO).asString("");
        if (to.isEmpty() || to.equals(HOSPITAL)) {
            throw wrong(TO, "discharge-nowhere");
        }
        Instant at = moment(data, field);
        if (placements.beginsIn(file, HOSPITAL).filter(at::isAfter).isEmpty()) {
            throw wrong(field, "discharge-early");
        }
        if (!Placement.WITHOUT_REMOVAL.contains(to) && placements.atHome(file)) {
            throw wrong(TO, "discharge-handover");
        }
        returnHome.require(file, to, TO);
        if (!placements.wasIn(file, to, at)) {
            placements.handed(new Placements.Beginning(file, to, said.record(), TO), at);
        }
        if (Placement.away(to)) {
            cases.placed(file);
        }
    }

    /** Whether the child is in a hospital as far as the ledger knows. */
    boolean lasts(UUID caseId) {
        return placements.isIn(caseId, HOSPITAL);
    }

    private static Refusal wrong(String field, String code) {
        return Refusal.invalid(List.of(FieldProblem.at(field, code)));
    }

    private static Instant moment(ObjectNode data, String field) {
        return OffsetDateTime.parse(data.get(field).asString()).toInstant();
    }
}

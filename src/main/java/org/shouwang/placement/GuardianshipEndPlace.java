package org.shouwang.placement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouwang.casefile.Cases;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * {@code S08-guardianship-review}: where the child is once temporary guardianship has ended. A conference is asked for
 * only while the case waits for one: a request nobody hears would be lost.
 */
@Component
class GuardianshipEndPlace implements RecordHandler {

    private static final String HOME = "home";

    /** {@code CONFERENCE_CONCLUSION}s by which a child is at home again. */
    private static final Set<String> BACK = Set.of("return", "support");

    private static final String OUTCOME = "guardianshipOutcome";

    private final Placements placements;
    private final Cases cases;

    GuardianshipEndPlace(Placements placements, Cases cases) {
        this.placements = placements;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "S08-guardianship-review";
    }

    /** No child goes back home before a conference has concluded so. */
    private void requireConference(UUID caseId, String place) {
        boolean concluded = place.equals(HOME)
                && placements.of(caseId).stream().findFirst().stream()
                        .anyMatch(last -> cases.conferences(caseId).stream()
                                .anyMatch(held -> BACK.contains(held.conclusion())
                                        && !held.heldAt().isBefore(last.since())));
        if (place.equals(HOME) && !concluded) {
            throw Refusal.invalid(List.of(FieldProblem.at("place", "return-without-conference")));
        }
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        JsonNode data = completion.data();
        if (data.path(OUTCOME).asString("").equals("confer") && !cases.awaitsReview(completion.subject())) {
            throw Refusal.invalid(List.of(FieldProblem.at(OUTCOME, "guardianship-busy")));
        }
        if (data.path(OUTCOME).asString("").equals("end")) {
            requireConference(completion.subject(), data.get("place").asString());
            placements.dated(
                    new Placements.Beginning(
                            completion.subject(), data.get("place").asString(), completion.record(), "endedOn"),
                    LocalDate.parse(data.get("endedOn").asString()));
        }
        return Map.of();
    }
}

package org.shouwang.placement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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

    private static final String OUTCOME = "guardianshipOutcome";

    private final Placements placements;
    private final Cases cases;
    private final ReturnHome returnHome;

    GuardianshipEndPlace(Placements placements, Cases cases, ReturnHome returnHome) {
        this.placements = placements;
        this.cases = cases;
        this.returnHome = returnHome;
    }

    @Override
    public String form() {
        return "S08-guardianship-review";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        JsonNode data = completion.data();
        if (data.path(OUTCOME).asString("").equals("confer") && !cases.awaitsReview(completion.subject())) {
            throw Refusal.invalid(List.of(FieldProblem.at(OUTCOME, "guardianship-busy")));
        }
        if (data.path(OUTCOME).asString("").equals("end")) {
            returnHome.require(completion.subject(), data.get("place").asString(), "place");
            placements.dated(
                    new Placements.Beginning(
                            completion.subject(), data.get("place").asString(), completion.record(), "endedOn"),
                    LocalDate.parse(data.get("endedOn").asString()));
        }
        return Map.of();
    }
}

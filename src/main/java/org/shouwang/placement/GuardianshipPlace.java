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

/**
 * {@code F07-temporary-guardianship}: where civil affairs placed the child, from the day guardianship began. Nobody else
 * decides that; whoever records it for them names their decision.
 */
@Component
class GuardianshipPlace implements RecordHandler {

    private final Placements placements;
    private final Cases cases;

    GuardianshipPlace(Placements placements, Cases cases) {
        this.placements = placements;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "F07-temporary-guardianship";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        if (!completion.by().holds("civil-affairs") && !completion.data().hasNonNull("decisionNo")) {
            throw Refusal.invalid(List.of(FieldProblem.at("decisionNo", "guardianship-decided-by")));
        }
        placements.dated(
                new Placements.Beginning(
                        completion.subject(),
                        completion.data().get("placement").asString(),
                        completion.record(),
                        "startDate"),
                LocalDate.parse(completion.data().get("startDate").asString()));
        if (Placement.away(completion.data().get("placement").asString())) {
            cases.placed(completion.subject());
        }
        return Map.of();
    }
}

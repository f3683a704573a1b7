package org.shouwang.placement;

import java.time.Instant;
import java.time.OffsetDateTime;
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
 * {@code F03-handover}: the child was handed over, and where the child is since. Out of its home a child comes on one of
 * three grounds only: the police, a decision under article 92, the guardian's written request.
 */
@Component
class HandoverPlace implements RecordHandler {

    private final Placements placements;
    private final Cases cases;
    private final ReturnHome returnHome;

    HandoverPlace(Placements placements, Cases cases, ReturnHome returnHome) {
        this.placements = placements;
        this.cases = cases;
        this.returnHome = returnHome;
    }

    @Override
    public String form() {
        return "F03-handover";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        ground(completion);
        returnHome.require(
                completion.subject(), completion.data().get("toPlace").asString(), "toPlace");
        placements.handed(
                new Placements.Beginning(
                        completion.subject(),
                        completion.data().get("toPlace").asString(),
                        completion.record(),
                        "handedAt"),
                handedAt(completion.data()));
        if (Placement.away(completion.data().get("toPlace").asString())) {
            cases.placed(completion.subject());
        }
        return Map.of();
    }

    private void ground(Completion completion) {
        JsonNode data = completion.data();
        String ground = data.get("ground").asString();
        boolean away = !Placement.WITHOUT_REMOVAL.contains(data.get("toPlace").asString());
        if (ground.equals("none") && away && placements.atHome(completion.subject())) {
            throw Refusal.invalid(List.of(FieldProblem.at("ground", "removal-ground")));
        }
        if (ground.equals("police") && !data.get("fromOrgan").asString().equals("police")) {
            throw Refusal.invalid(List.of(FieldProblem.at("fromOrgan", "removal-by-police")));
        }
    }

    private static Instant handedAt(JsonNode data) {
        return OffsetDateTime.parse(data.get("handedAt").asString()).toInstant();
    }
}

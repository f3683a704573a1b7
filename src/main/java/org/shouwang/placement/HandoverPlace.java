package org.shouwang.placement;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.shouwang.casefile.Cases;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code F03-handover}: the child was handed over, and where the child is since. */
@Component
class HandoverPlace implements RecordHandler {

    private final Placements placements;
    private final Cases cases;

    HandoverPlace(Placements placements, Cases cases) {
        this.placements = placements;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "F03-handover";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
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

    private static Instant handedAt(JsonNode data) {
        return OffsetDateTime.parse(data.get("handedAt").asString()).toInstant();
    }
}

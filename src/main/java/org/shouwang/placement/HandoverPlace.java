package org.shouwang.placement;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.shouwang.workflow.Workflow;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code F03-handover}: the child was handed over, and where the child is since. */
@Component
class HandoverPlace implements RecordHandler {

    private final Placements placements;
    private final Workflow workflow;

    HandoverPlace(Placements placements, Workflow workflow) {
        this.placements = placements;
        this.workflow = workflow;
    }

    @Override
    public String form() {
        return "F03-handover";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        placements.begin(
                completion.subject(),
                completion.data().get("toPlace").asString(),
                handedAt(completion.data()),
                completion.record());
        // From here the police have five working days for their written account (监护侵害意见 13).
        workflow.happened(completion.subject(), "handover-recorded");
        return Map.of();
    }

    private static Instant handedAt(JsonNode data) {
        return OffsetDateTime.parse(data.get("handedAt").asString()).toInstant();
    }
}

package org.shouwang.reporting;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.decision.Decided;
import org.shouwang.workflow.decision.Decisions;
import org.shouwang.workflow.decision.Reason;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Asks the county's triage table where a report goes first; a person confirms or raises what it proposes. */
@Component
class Triage {

    /** RPT_SIT 01–03: sexual harm, restricted from birth to named persons. */
    private static final Set<String> SEXUAL = Set.of("01", "02", "03");

    private final Decisions decisions;

    Triage(Decisions decisions) {
        this.decisions = decisions;
    }

    /**
     * @param nine whether one of the nine situations of mandatory reporting is ticked (强制报告意见 4)
     */
    record Proposal(UUID decision, String route, String grade, boolean restricted, boolean nine, List<String> reasons) {

        /** Danger now, or one of the nine: the case opens in the transaction of the report. */
        boolean atOnce() {
            return route.equals("emergency");
        }

        String sealedClass() {
            return restricted ? "restricted" : "open";
        }
    }

    /** @param keptOut whether village and township are to be kept out whatever the answers say of them */
    Proposal propose(UUID report, JsonNode answers, @Nullable Integer childAge, boolean keptOut) {
        List<String> situations = codes(answers, "situations");
        Map<String, Object> inputs = new HashMap<>();
        inputs.put("danger", answers.path("danger").asString("unsure"));
        inputs.put("nine", !situations.isEmpty());
        inputs.put("sexual", situations.stream().anyMatch(SEXUAL::contains));
        inputs.put("insider", keptOut ? "yes" : answers.path("insider").asString("no"));
        if (childAge != null) {
            inputs.put("childAge", childAge);
        }
        Decided decided = decisions.decide("triage", inputs, report);
        Map<String, Object> output = decided.outputs().get(0);
        return new Proposal(
                decided.id(),
                String.valueOf(output.get("route")),
                String.valueOf(output.get("grade")),
                Boolean.TRUE.equals(output.get("restricted")),
                !situations.isEmpty(),
                decided.reasons().stream().map(Reason::sentence).toList());
    }

    static List<String> codes(JsonNode answers, String field) {
        return answers.path(field).valueStream().map(JsonNode::asString).toList();
    }
}

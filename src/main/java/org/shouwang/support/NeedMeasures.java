package org.shouwang.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.decision.Decided;
import org.shouwang.workflow.decision.Decisions;
import org.shouwang.workflow.decision.Reason;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Which measure a need can be met by: the county's table says it for some needs, for the others whoever plans. */
@Component
class NeedMeasures {

    private final Decisions decisions;

    NeedMeasures(Decisions decisions) {
        this.decisions = decisions;
    }

    /** @throws Refusal where a need has no measure, or another one than the table names */
    void requireFitting(JsonNode needs, UUID subject) {
        List<FieldProblem> problems = new ArrayList<>();
        int row = 0;
        for (JsonNode need : needs) {
            String measure = need.path("measure").asString("");
            Decided fits = decisions.decide(
                    "need-measure", Map.of("need", need.get("need").asString()), subject);
            boolean unfit = !fits.outputs().isEmpty()
                    && fits.outputs().stream().noneMatch(output -> measure.equals(output.get("measure")));
            if (unfit) {
                String reasons = fits.reasons().stream().map(Reason::sentence).collect(Collectors.joining());
                problems.add(FieldProblem.at("needs[" + row + "].measure", "need-measure", reasons));
            }
            row++;
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }
}

package org.shouwang.casefile;

import java.util.List;
import java.util.Map;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code F22-closing}: asks to close. A test that is not met needs a word on why to close all the same. */
@Component
class ClosingRecord implements RecordHandler {

    private static final List<String> TESTS =
            List.of("testDanger", "testPlan", "testVisits", "testPolice", "testChild");

    private final Cases cases;

    ClosingRecord(Cases cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "F22-closing";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        JsonNode data = completion.data();
        boolean failed =
                TESTS.stream().anyMatch(test -> data.path(test).asString("").equals("no"));
        if (failed && data.path("exception").asString("").isBlank()) {
            throw Refusal.invalid(List.of(FieldProblem.at("exception", "closing-exception")));
        }
        cases.proposeClosing(completion.subject(), data.get("reason").asString());
        return Map.of();
    }
}

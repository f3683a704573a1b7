package org.shouwang.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * {@code F22-closing}: asks to close. A test that is not met needs a word on why to close all the same; a "yes" that the
 * file contradicts is not taken, and "the risk is gone" not while the file says that it is not.
 */
@Component
class ClosingRecord implements RecordHandler {

    private static final Set<String> TESTS = Set.of("testDanger", "testPlan", "testVisits", "testPolice", "testChild");

    private final Cases cases;
    private final ClosingTests tests;

    ClosingRecord(Cases cases, ClosingTests tests) {
        this.cases = cases;
        this.tests = tests;
    }

    @Override
    public String form() {
        return "F22-closing";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        JsonNode data = completion.data();
        CaseView closing = cases.find(completion.subject()).orElseThrow();
        String reason = data.get("reason").asString();
        List<FieldProblem> problems = new ArrayList<>(tests.contradicted(closing, answered(data, "yes")));
        problems.addAll(tests.bars(closing, reason, "reason"));
        if (problems.isEmpty() && !answered(data, "no").isEmpty() && blank(data, "exception")) {
            problems.add(FieldProblem.at("exception", "closing-exception"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        cases.proposeClosing(closing.id(), reason);
        return Map.of();
    }

    private static Set<String> answered(JsonNode data, String answer) {
        return TESTS.stream()
                .filter(test -> data.path(test).asString("").equals(answer))
                .collect(Collectors.toSet());
    }

    private static boolean blank(JsonNode data, String field) {
        return data.path(field).asString("").isBlank();
    }
}

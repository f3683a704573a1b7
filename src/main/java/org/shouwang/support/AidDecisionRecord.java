package org.shouwang.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** {@code A02-aid-decision}: within what was asked for and what the one who decides may grant. */
@Component
class AidDecisionRecord implements RecordHandler {

    private final AidStore store;

    AidDecisionRecord(AidStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "A02-aid-decision";
    }

    @Override
    public Map<String, Object> handle(Completion said) {
        Aid asked = store.ofRun(said.instance()).get(0);
        List<FieldProblem> problems = problems(asked, said.data());
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        store.decided(said);
        return Map.of();
    }

    private static List<FieldProblem> problems(Aid asked, ObjectNode data) {
        List<FieldProblem> problems = new ArrayList<>();
        int most = Math.min(asked.amount(), asked.decider().equals("township") ? asked.townshipLimit() : asked.most());
        if (data.path("grantedAmount").asInt(0) > most) {
            problems.add(FieldProblem.at("grantedAmount", "aid-granted-most", most));
        }
        if (data.path("simplified").asString("").equals("yes") && !asked.urgent()) {
            problems.add(FieldProblem.at("simplified", "aid-not-urgent"));
        }
        return problems;
    }
}

package org.shouwang.support;

import java.util.List;
import java.util.Map;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** {@code A01-aid-request}: how much is asked for decides who decides. */
@Component
class AidRequestRecord implements RecordHandler {

    private static final String AMOUNT = "amount";

    private final AidStore store;
    private final AidRules rules;
    private final Cases cases;

    AidRequestRecord(AidStore store, AidRules rules, Cases cases) {
        this.store = store;
        this.rules = rules;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "A01-aid-request";
    }

    @Override
    public Map<String, Object> handle(Completion said) {
        CaseView file = cases.find(said.subject()).orElseThrow();
        AidRule rule = rules.of(file.division())
                .orElseThrow(() -> Refusal.invalid(List.of(FieldProblem.at(AMOUNT, "aid-nowhere"))));
        ObjectNode data = said.data();
        int amount = data.get(AMOUNT).asInt();
        if (amount > rule.most()) {
            throw Refusal.invalid(List.of(FieldProblem.at(AMOUNT, "aid-most", rule.most())));
        }
        // What is restricted is no township's to decide: nobody there is named on it.
        boolean township = amount <= rule.townshipLimit() && file.sealedClass().equals("open");
        String decider = township ? "township" : "county";
        store.requested(said, rule, decider);
        boolean urgent = data.get("urgent").asString().equals("yes");
        return Map.of("decider", decider, "aidTerm", urgent ? rule.urgentWithin() : rule.within());
    }
}

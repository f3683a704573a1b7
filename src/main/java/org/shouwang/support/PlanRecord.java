package org.shouwang.support;

import java.util.Map;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.shouwang.workflow.Workflow;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code F08-plan}: the plan (服务计划), need by need. What needs legal aid has it asked for. */
@Component
class PlanRecord implements RecordHandler {

    private static final String LEGAL_AID = "legal-aid";

    private final PlanStore store;
    private final NeedMeasures measures;
    private final Cases cases;
    private final Workflow workflow;

    PlanRecord(PlanStore store, NeedMeasures measures, Cases cases, Workflow workflow) {
        this.store = store;
        this.measures = measures;
        this.cases = cases;
        this.workflow = workflow;
    }

    @Override
    public String form() {
        return "F08-plan";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        CaseView planned = cases.find(completion.subject()).orElseThrow();
        JsonNode needs = completion.data().get("needs");
        measures.requireFitting(needs, planned.id());
        store.keep(completion, planned, null, null);
        boolean aid = needs.valueStream()
                .anyMatch(need -> need.path("measure").asString("").equals(LEGAL_AID));
        if (aid && !workflow.running(planned.id()).contains(LEGAL_AID)) {
            workflow.start(LEGAL_AID, planned.workSubject(), Map.of("grade", planned.grade()));
        }
        return Map.of();
    }
}

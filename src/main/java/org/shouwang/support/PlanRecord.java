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
    private final PlannedAid cashAid;

    PlanRecord(PlanStore store, NeedMeasures measures, Cases cases, Workflow workflow, PlannedAid cashAid) {
        this.store = store;
        this.measures = measures;
        this.cases = cases;
        this.workflow = workflow;
        this.cashAid = cashAid;
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
        legalAid(needs, planned);
        cashAid.begin(completion);
        return Map.of();
    }

    private void legalAid(JsonNode needs, CaseView planned) {
        boolean needed = needs.valueStream()
                .anyMatch(need -> need.path("measure").asString("").equals(LEGAL_AID));
        if (needed && !workflow.running(planned.id()).contains(LEGAL_AID)) {
            workflow.start(LEGAL_AID, planned.workSubject(), Map.of("grade", planned.grade()));
        }
    }
}

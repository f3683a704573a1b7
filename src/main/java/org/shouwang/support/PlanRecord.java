package org.shouwang.support;

import java.util.Map;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code F08-plan}: the plan (服务计划), need by need. What needs legal aid has it asked for. */
@Component
class PlanRecord implements RecordHandler {

    private final PlanStore store;
    private final NeedMeasures measures;
    private final Cases cases;
    private final PlannedLegalAid legalAid;
    private final PlannedAid cashAid;

    PlanRecord(PlanStore store, NeedMeasures measures, Cases cases, PlannedLegalAid legalAid, PlannedAid cashAid) {
        this.store = store;
        this.measures = measures;
        this.cases = cases;
        this.legalAid = legalAid;
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
        legalAid.begin(needs, planned);
        cashAid.begin(completion);
        return Map.of();
    }
}

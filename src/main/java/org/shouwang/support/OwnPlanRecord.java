package org.shouwang.support;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code F08-own-plan}: another child, who saw it or lives there too, has a plan of its own, in its own file. */
@Component
class OwnPlanRecord implements RecordHandler {

    private final PlanStore store;
    private final NeedMeasures measures;
    private final PlannedLegalAid legalAid;
    private final PlannedAid cashAid;
    private final Cases cases;

    OwnPlanRecord(PlanStore store, NeedMeasures measures, PlannedLegalAid legalAid, PlannedAid cashAid, Cases cases) {
        this.store = store;
        this.measures = measures;
        this.legalAid = legalAid;
        this.cashAid = cashAid;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "F08-own-plan";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        CaseView planned = cases.find(completion.subject()).orElseThrow();
        UUID child = UUID.fromString(completion.data().get("child").asString());
        if (child.equals(planned.mainPerson())) {
            throw Refusal.invalid(List.of(FieldProblem.at("child", "own-plan-of-the-child")));
        }
        measures.requireFitting(completion.data().get("needs"), planned.id());
        store.keep(completion, planned, child, completion.instance());
        legalAid.begin(completion.data().get("needs"), planned);
        cashAid.begin(completion);
        cases.alsoConcerns(planned.id(), completion.record(), List.of(child));
        return Map.of();
    }
}

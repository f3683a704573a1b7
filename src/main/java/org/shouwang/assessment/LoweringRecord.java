package org.shouwang.assessment;

import java.util.Map;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code S03-approve-grade}: a supervisor's word on a grade somebody wants lower than proposed (人工调整等级). */
@Component
class LoweringRecord implements RecordHandler {

    private final Assessments assessments;
    private final Cases cases;

    LoweringRecord(Assessments assessments, Cases cases) {
        this.assessments = assessments;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "S03-approve-grade";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        boolean approved = completion.data().get("approved").asString().equals("yes");
        assessments.judge(completion.subject(), completion.instance(), approved, completion.by());
        CaseView after = cases.find(completion.subject()).orElseThrow();
        return Map.of("lowered", "no", "grade", after.grade(), "lead", after.lead());
    }
}

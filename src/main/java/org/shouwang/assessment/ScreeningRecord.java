package org.shouwang.assessment;

import java.util.HashMap;
import java.util.Map;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * {@code F04-screening}: the short assessment. The table proposes a grade; the worker agrees, raises at once, or asks
 * to lower, which a supervisor has to approve.
 */
@Component
class ScreeningRecord implements RecordHandler {

    private final ChildRisk risk;
    private final Assessments assessments;
    private final Cases cases;

    ScreeningRecord(ChildRisk risk, Assessments assessments, Cases cases) {
        this.risk = risk;
        this.assessments = assessments;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "F04-screening";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        CaseView assessed = cases.find(completion.subject()).orElseThrow();
        JsonNode data = completion.data();
        Proposal proposal = risk.propose(data, assessed.mustReport(), assessed.id());
        proposal.requireFitting(data);
        cases.takeResponsibility(assessed.id(), completion.by());
        Assessment made = Assessment.of(Assessment.SCREENING, completion, proposal, null);
        assessments.keep(made, assessed);
        return variables(assessed, made);
    }

    private Map<String, Object> variables(CaseView assessed, Assessment made) {
        CaseView after = cases.find(assessed.id()).orElseThrow();
        Map<String, Object> variables = new HashMap<>();
        variables.put("lowered", made.lowers() ? "yes" : "no");
        variables.put("grade", made.lowers() ? after.grade() : made.decided());
        variables.put("lead", after.lead());
        return variables;
    }
}

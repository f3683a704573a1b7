package org.shouwang.support;

import java.util.List;
import java.util.Map;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.Workflow;
import org.springframework.stereotype.Component;

/** A plan that names cash aid sets its request going, where there is such aid. */
@Component
class PlannedAid {

    private static final String NEED = "cash-aid";

    private final AidRules rules;
    private final Cases cases;
    private final Workflow workflow;

    PlannedAid(AidRules rules, Cases cases, Workflow workflow) {
        this.rules = rules;
        this.cases = cases;
        this.workflow = workflow;
    }

    /** @throws Refusal 422 where there is none */
    void begin(Completion said) {
        if (said.data().get("needs").valueStream().noneMatch(need -> need.get("need")
                .asString()
                .equals(NEED))) {
            return;
        }
        CaseView file = cases.find(said.subject()).orElseThrow();
        if (rules.of(file.division()).isEmpty()) {
            throw Refusal.invalid(List.of(FieldProblem.at("needs", "aid-nowhere")));
        }
        if (!workflow.running(file.id()).contains(AidGround.PROCESS)) {
            workflow.start(
                    AidGround.PROCESS,
                    file.workSubject(),
                    Map.of("grade", "" + file.workSubject().grade()));
        }
    }
}

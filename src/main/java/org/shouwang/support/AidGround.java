package org.shouwang.support;

import java.util.UUID;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.workflow.StartCondition;
import org.springframework.stereotype.Component;

/** Emergency aid is offered where there is any. */
@Component
class AidGround implements StartCondition {

    static final String PROCESS = "emergency-aid";

    private final AidRules rules;
    private final Cases cases;

    AidGround(AidRules rules, Cases cases) {
        this.rules = rules;
        this.cases = cases;
    }

    @Override
    public String process() {
        return PROCESS;
    }

    @Override
    public boolean holds(UUID subject) {
        return cases.find(subject).map(CaseView::division).flatMap(rules::of).isPresent();
    }
}

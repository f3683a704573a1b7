package org.shouwang.support;

import java.util.List;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.ClosingTest;
import org.springframework.stereotype.Component;

/** Every need of the plan in force has its result. */
@Component
class NeedsTest implements ClosingTest {

    private final Plans plans;

    NeedsTest(Plans plans) {
        this.plans = plans;
    }

    @Override
    public List<Unmet> unmet(CaseView of) {
        long open = plans.inForce(of.id()).stream()
                .filter(need -> need.result() == null)
                .count();
        return open == 0 ? List.of() : List.of(Unmet.of("testPlan", "closing-needs-open", open));
    }
}

package org.shouwang.casefile;

import java.util.List;
import org.shouwang.workflow.Workflow;
import org.springframework.stereotype.Component;

/** What has been begun beside the main process and is not done; the drawing says what has to be. */
@Component
class RunningWorkTest implements ClosingTest {

    private final Workflow workflow;

    RunningWorkTest(Workflow workflow) {
        this.workflow = workflow;
    }

    @Override
    public List<Unmet> unmet(CaseView of) {
        return workflow.holdsOpen(of.id()).stream()
                .map(name -> Unmet.unsafe("testPlan", "closing-running", name))
                .toList();
    }
}

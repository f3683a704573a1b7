package org.shouwang.assessment;

import java.util.UUID;
import org.shouwang.workflow.StartCondition;
import org.springframework.stereotype.Component;

/** The long scale is for yellow and red cases only. */
@Component
class ConditionScaleGround implements StartCondition {

    private final Assessments assessments;

    ConditionScaleGround(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    public String process() {
        return "condition-scale";
    }

    @Override
    public boolean holds(UUID subject) {
        return assessments.grave(subject);
    }
}

package org.shouwang.assessment;

import java.util.UUID;
import org.shouwang.workflow.StartCondition;
import org.springframework.stereotype.Component;

/** The long scale is for yellow and red cases only. */
@Component
class GuardianshipScaleGround implements StartCondition {

    private final Assessments assessments;

    GuardianshipScaleGround(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    public String process() {
        return "guardianship-scale";
    }

    @Override
    public boolean holds(UUID subject) {
        return assessments.grave(subject);
    }
}

package org.shouwang.assessment;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code F04-guardianship}: the long scale of how well the people around the child can care for it. */
@Component
class GuardianshipScaleRecord implements RecordHandler {

    private static final Scales.Scale SCALE = new Scales.Scale("guardianship", "guardianship-scale", "GUARDIAN_MUST");

    private final Scales scales;

    GuardianshipScaleRecord(Scales scales) {
        this.scales = scales;
    }

    @Override
    public String form() {
        return "F04-guardianship";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        return scales.handle(SCALE, completion);
    }
}

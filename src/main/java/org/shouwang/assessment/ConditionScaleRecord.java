package org.shouwang.assessment;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code F04-condition}: the long scale of how the child is. */
@Component
class ConditionScaleRecord implements RecordHandler {

    private static final Scales.Scale SCALE = new Scales.Scale("condition", "condition-scale", "CONDITION_MUST");

    private final Scales scales;

    ConditionScaleRecord(Scales scales) {
        this.scales = scales;
    }

    @Override
    public String form() {
        return "F04-condition";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        return scales.handle(SCALE, completion);
    }
}

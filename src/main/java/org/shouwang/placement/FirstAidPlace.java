package org.shouwang.placement;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code E01-first-aid}: where the child has arrived at the hospital already, it is there. */
@Component
class FirstAidPlace implements RecordHandler {

    private final HospitalStay stay;

    FirstAidPlace(HospitalStay stay) {
        this.stay = stay;
    }

    @Override
    public String form() {
        return "E01-first-aid";
    }

    @Override
    public Map<String, Object> handle(Completion said) {
        stay.begins(said, "arrivedAt");
        return Map.of();
    }
}

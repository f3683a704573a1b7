package org.shouwang.placement;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code E03-discharge}: where the child is once it has left the hospital. */
@Component
class DischargePlace implements RecordHandler {

    private final HospitalStay stay;

    DischargePlace(HospitalStay stay) {
        this.stay = stay;
    }

    @Override
    public String form() {
        return "E03-discharge";
    }

    @Override
    public Map<String, Object> handle(Completion said) {
        stay.ends(said, "dischargedAt");
        return Map.of();
    }
}

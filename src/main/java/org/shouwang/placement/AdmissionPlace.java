package org.shouwang.placement;

import java.util.List;
import java.util.Map;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code E02-admission}: the child stays in the hospital, or was there and is somewhere else since. */
@Component
class AdmissionPlace implements RecordHandler {

    private static final String LEFT = "leftAt";

    private final HospitalStay stay;

    AdmissionPlace(HospitalStay stay) {
        this.stay = stay;
    }

    @Override
    public String form() {
        return "E02-admission";
    }

    @Override
    public Map<String, Object> handle(Completion said) {
        stay.begins(said, "arrivedAt");
        stay.begins(said, "admittedAt");
        if (said.data().get("admitted").asString().equals("no")) {
            if (said.data().hasNonNull(LEFT)) {
                stay.ends(said, LEFT);
            } else if (stay.lasts(said.subject())) {
                throw Refusal.invalid(List.of(FieldProblem.at(LEFT, "discharge-when")));
            }
        }
        return Map.of();
    }
}

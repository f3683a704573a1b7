package org.shouwang.rescue;

import java.util.List;
import java.util.Map;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code E06-hospital-confirm}: the hospital has looked at what was recorded for it. */
@Component
class ConfirmRecord implements RecordHandler {

    private static final String CONFIRMED = "confirmed";

    private final RescueStore store;
    private final Hospitals hospitals;

    ConfirmRecord(RescueStore store, Hospitals hospitals) {
        this.store = store;
        this.hospitals = hospitals;
    }

    @Override
    public String form() {
        return "E06-hospital-confirm";
    }

    @Override
    public Map<String, Object> handle(Completion said) {
        boolean right = said.data().get(CONFIRMED).asString().equals("yes");
        if (hospitals.speaks(said.by())) {
            store.confirmed(said, right);
        } else if (right) {
            // Whom it was handed to because the hospital does not answer says so, and confirms nothing.
            throw Refusal.invalid(List.of(FieldProblem.at(CONFIRMED, "rescue-confirm-hospital")));
        }
        return Map.of();
    }
}

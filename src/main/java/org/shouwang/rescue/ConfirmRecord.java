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
        if (!hospitals.speaks(said.by())) {
            throw Refusal.invalid(List.of(FieldProblem.at(CONFIRMED, "rescue-confirm-hospital")));
        }
        store.confirmed(said, said.data().get(CONFIRMED).asString().equals("yes"));
        return Map.of();
    }
}

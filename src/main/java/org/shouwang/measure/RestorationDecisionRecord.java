package org.shouwang.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code J04-restoration-decision}: what the court decided. */
@Component
class RestorationDecisionRecord implements RecordHandler {

    private final RestorationStore store;

    RestorationDecisionRecord(RestorationStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "J04-restoration-decision";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        LocalDate on = LocalDate.parse(completion.data().get("decidedOn").asString());
        if (on.isBefore(store.appliedOn(completion.instance()))) {
            throw Refusal.invalid(List.of(FieldProblem.at("decidedOn", "restoration-decision-early")));
        }
        store.decided(completion);
        return Map.of();
    }
}

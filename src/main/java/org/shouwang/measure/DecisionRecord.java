package org.shouwang.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code J02-court-decision}: what the court decided, and who is guardian from then on. */
@Component
class DecisionRecord implements RecordHandler {

    private final RevocationStore store;

    DecisionRecord(RevocationStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "J02-court-decision";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        LocalDate on = LocalDate.parse(completion.data().get("decidedOn").asString());
        if (store.acceptedOn(completion.instance()).filter(on::isBefore).isPresent()) {
            throw Refusal.invalid(List.of(FieldProblem.at("decidedOn", "court-decision-early")));
        }
        store.decided(completion);
        return Map.of();
    }
}

package org.shouwang.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code S12-measure-result}: what came of a measure. */
@Component
class MeasureResultRecord implements RecordHandler {

    private final MeasureStore store;

    MeasureResultRecord(MeasureStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "S12-measure-result";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        LocalDate on = LocalDate.parse(completion.data().get("endedOn").asString());
        if (on.isBefore(store.issuedOn(completion.instance()))) {
            throw Refusal.invalid(List.of(FieldProblem.at("endedOn", "measure-ended-early")));
        }
        store.ended(completion);
        return Map.of();
    }
}

package org.shouwang.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code P06-no-filing-step}: where the child's side goes with it. */
@Component
class NoFilingStepRecord implements RecordHandler {

    private final NoFilingStore store;

    NoFilingStepRecord(NoFilingStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "P06-no-filing-step";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        NoFiling row = store.ofRun(completion.instance());
        String step = completion.data().get("step").asString();
        if (step.equals("stop")) {
            store.set(completion, Map.of(), "stopped");
            return Map.of();
        }
        LocalDate on = LocalDate.parse(completion.data().get("goneOn").asString());
        if (on.isBefore(row.servedOn())) {
            throw Refusal.invalid(List.of(FieldProblem.at("goneOn", "step-before-notice")));
        }
        store.set(completion, Map.of(step.equals("procurator") ? "procurator_on" : asks(row), on), null);
        return Map.of();
    }

    /** First a reconsideration, then a review, and nothing after that. */
    private static String asks(NoFiling row) {
        if (row.reviewOn() != null) {
            throw Refusal.invalid(List.of(FieldProblem.at("step", "no-third-step")));
        }
        return row.reconsiderOn() == null ? "reconsider_on" : "review_on";
    }
}

package org.shouwang.support;

import java.util.List;
import java.util.Map;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code S05-own-review}: what became of the needs of another child's plan; it ends once each has its result. */
@Component
class OwnReviewRecord implements RecordHandler {

    private final Plans plans;
    private final NeedResults results;

    OwnReviewRecord(Plans plans, NeedResults results) {
        this.plans = plans;
        this.results = results;
    }

    @Override
    public String form() {
        return "S05-own-review";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        results.keep(completion, plans.ofRun(completion.subject(), completion.instance()));
        long open = plans.ofRun(completion.subject(), completion.instance()).stream()
                .filter(need -> need.result() == null)
                .count();
        if (completion.data().get("ownOutcome").asString().equals("end") && open > 0) {
            throw Refusal.invalid(List.of(FieldProblem.at("ownOutcome", "closing-needs-open", open)));
        }
        return Map.of();
    }
}

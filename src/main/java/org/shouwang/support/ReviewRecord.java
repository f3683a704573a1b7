package org.shouwang.support;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code S05-review}: what became of each need of the plan in force. */
@Component
class ReviewRecord implements RecordHandler {

    private final Plans plans;
    private final NeedResults results;

    ReviewRecord(Plans plans, NeedResults results) {
        this.plans = plans;
        this.results = results;
    }

    @Override
    public String form() {
        return "S05-review";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        results.keep(completion, plans.inForce(completion.subject()));
        return Map.of();
    }
}

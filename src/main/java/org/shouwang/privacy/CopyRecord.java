package org.shouwang.privacy;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code R01-copy}: whether a copy is given. */
@Component
class CopyRecord implements RecordHandler {

    private final RequestDecision decision;

    CopyRecord(RequestDecision decision) {
        this.decision = decision;
    }

    @Override
    public String form() {
        return "R01-copy";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        return decision.decide(completion);
    }
}

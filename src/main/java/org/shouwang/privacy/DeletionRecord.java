package org.shouwang.privacy;

import java.util.List;
import java.util.Map;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code R03-deletion}: a deletion can be granted only where nothing holds the file; else it is refused with its ground. */
@Component
class DeletionRecord implements RecordHandler {

    private final RequestDecision decision;
    private final Holds holds;

    DeletionRecord(RequestDecision decision, Holds holds) {
        this.decision = decision;
        this.holds = holds;
    }

    @Override
    public String form() {
        return "R03-deletion";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        if (RequestDecision.granted(completion)
                && !holds.besidesRequest(completion.subject()).isEmpty()) {
            throw Refusal.invalid(List.of(FieldProblem.at("decision", "deletion-held")));
        }
        return decision.decide(completion);
    }
}

package org.shouwang.support;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code J06-legal-aid-decision}: whether the body gives it. */
@Component
class LegalAidDecisionRecord implements RecordHandler {

    private final LegalAidStore store;

    LegalAidDecisionRecord(LegalAidStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "J06-legal-aid-decision";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        store.decided(completion);
        return Map.of();
    }
}

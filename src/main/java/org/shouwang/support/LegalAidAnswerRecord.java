package org.shouwang.support;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code J09-legal-aid-answer}: what the justice administration answers. */
@Component
class LegalAidAnswerRecord implements RecordHandler {

    private final LegalAidStore store;

    LegalAidAnswerRecord(LegalAidStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "J09-legal-aid-answer";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        store.answered(completion);
        return Map.of();
    }
}

package org.shouwang.support;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code J07-legal-aid-lawyer}: when somebody was assigned. */
@Component
class LegalAidLawyerRecord implements RecordHandler {

    private final LegalAidStore store;

    LegalAidLawyerRecord(LegalAidStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "J07-legal-aid-lawyer";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        store.assigned(completion);
        return Map.of();
    }
}

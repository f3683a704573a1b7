package org.shouwang.support;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code J05-legal-aid}: for whom, about what, and when the body received it. */
@Component
class LegalAidApplicationRecord implements RecordHandler {

    private final LegalAidStore store;

    LegalAidApplicationRecord(LegalAidStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "J05-legal-aid";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        store.applied(completion);
        return Map.of();
    }
}

package org.shouwang.support;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code J08-legal-aid-objection}: whether somebody objects to the refusal. */
@Component
class LegalAidObjectionRecord implements RecordHandler {

    private final LegalAidStore store;

    LegalAidObjectionRecord(LegalAidStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "J08-legal-aid-objection";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        store.objected(completion);
        return Map.of();
    }
}

package org.shouwang.measure;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code J01-court-acceptance}: whether the court took the application. */
@Component
class AcceptanceRecord implements RecordHandler {

    private final RevocationStore store;

    AcceptanceRecord(RevocationStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "J01-court-acceptance";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        store.accepted(completion);
        return Map.of();
    }
}

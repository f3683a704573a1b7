package org.shouwang.measure;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code S11-new-guardian}: the child was handed over to the new guardian. */
@Component
class SettledRecord implements RecordHandler {

    private final RevocationStore store;

    SettledRecord(RevocationStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "S11-new-guardian";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        store.settled(completion);
        return Map.of();
    }
}

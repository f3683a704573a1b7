package org.shouwang.measure;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code F19-revocation-application}: who applies to the court, and on which ground. */
@Component
class ApplicationRecord implements RecordHandler {

    private final RevocationStore store;

    ApplicationRecord(RevocationStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "F19-revocation-application";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        store.applied(completion);
        return Map.of();
    }
}

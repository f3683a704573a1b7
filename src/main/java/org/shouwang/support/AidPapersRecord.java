package org.shouwang.support;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code A04-aid-papers}: what was paid first has its papers. */
@Component
class AidPapersRecord implements RecordHandler {

    private final AidStore store;

    AidPapersRecord(AidStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "A04-aid-papers";
    }

    @Override
    public Map<String, Object> handle(Completion said) {
        store.completed(said);
        return Map.of();
    }
}

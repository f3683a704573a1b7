package org.shouwang.measure;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code P05-no-filing}: the police served their decision not to file. */
@Component
class NoFilingRecord implements RecordHandler {

    private final NoFilingStore store;

    NoFilingRecord(NoFilingStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "P05-no-filing";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        store.served(completion);
        return Map.of("rightFrom", completion.data().get("servedOn").asString());
    }
}

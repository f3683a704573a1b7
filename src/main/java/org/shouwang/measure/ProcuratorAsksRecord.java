package org.shouwang.measure;

import java.time.LocalDate;
import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code P08-procurator-asks}: whether the procuratorate asked the police for their reasons. */
@Component
class ProcuratorAsksRecord implements RecordHandler {

    private final NoFilingStore store;

    ProcuratorAsksRecord(NoFilingStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "P08-procurator-asks";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        if (completion.data().get("asked").asString().equals("no")) {
            store.set(completion, Map.of(), "upheld");
            return Map.of();
        }
        store.set(
                completion,
                Map.of(
                        "asked_on",
                        LocalDate.parse(completion.data().get("askedOn").asString())),
                null);
        return Map.of();
    }
}

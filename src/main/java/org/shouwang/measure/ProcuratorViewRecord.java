package org.shouwang.measure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code P09-procurator-view}: the reasons of the police, and what the procuratorate makes of them. */
@Component
class ProcuratorViewRecord implements RecordHandler {

    private final NoFilingStore store;

    ProcuratorViewRecord(NoFilingStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "P09-procurator-view";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        JsonNode data = completion.data();
        Map<String, LocalDate> dates = new HashMap<>();
        if (data.hasNonNull("reasonsOn")) {
            dates.put("reasons_on", LocalDate.parse(data.get("reasonsOn").asString()));
        }
        if (data.hasNonNull("orderedOn")) {
            dates.put("ordered_on", LocalDate.parse(data.get("orderedOn").asString()));
        }
        store.set(completion, dates, data.hasNonNull("orderedOn") ? null : "upheld");
        return Map.of();
    }
}

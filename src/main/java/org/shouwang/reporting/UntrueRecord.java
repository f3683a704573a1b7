package org.shouwang.reporting;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code S02-confirm-untrue}: only when a second person agrees is a report untrue; else triage starts again. */
@Component
class UntrueRecord implements RecordHandler {

    private final ReportStore store;
    private final LeadEnds ends;

    UntrueRecord(ReportStore store, LeadEnds ends) {
        this.store = store;
        this.ends = ends;
    }

    @Override
    public String form() {
        return "S02-confirm-untrue";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        if (completion.data().get("agreed").asString().equals("yes")) {
            ends.end(store.find(completion.subject()).orElseThrow(), "untrue", null);
        }
        return Map.of();
    }
}

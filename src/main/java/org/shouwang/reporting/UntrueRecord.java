package org.shouwang.reporting;

import java.time.Clock;
import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.shouwang.workflow.Workflow;
import org.springframework.stereotype.Component;

/** {@code S02-confirm-untrue}: only when a second person agrees is a report untrue; else triage starts again. */
@Component
class UntrueRecord implements RecordHandler {

    private final ReportStore store;
    private final Workflow workflow;
    private final Clock clock;

    UntrueRecord(ReportStore store, Workflow workflow, Clock clock) {
        this.store = store;
        this.workflow = workflow;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "S02-confirm-untrue";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        if (completion.data().get("agreed").asString().equals("yes")) {
            store.ended(completion.subject(), "untrue", null);
            store.done(completion.subject(), clock.instant());
            workflow.happened(completion.subject(), "report-done");
        }
        return Map.of();
    }
}

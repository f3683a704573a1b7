package org.shouwang.reporting;

import java.util.Map;
import org.shouwang.journal.Journal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code L03-late-answer}: what the superior authority did with it. */
@Component
class LateAnswerRecord implements RecordHandler {

    private final LateReportStore store;
    private final Journal journal;

    LateAnswerRecord(LateReportStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    @Override
    public String form() {
        return "L03-late-answer";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        LateReport late = store.find(completion.subject()).orElseThrow();
        store.answered(late.id());
        journal.append(LateReports.event("late-report.answered", late, completion.by(), Map.of()));
        return Map.of();
    }
}

package org.shouwang.reporting;

import java.util.UUID;
import org.shouwang.workflow.ProcessBean;
import org.springframework.stereotype.Component;

/** {@code lateReports} in a BPMN file. */
@Component
@ProcessBean("lateReports")
public class LateReportCalls {

    private final LateReportStore store;
    private final ReportStore reports;

    LateReportCalls(LateReportStore store, ReportStore reports) {
        this.store = store;
        this.reports = reports;
    }

    /** Whoever reported late has reported: the thanks come first, on the page of one's own report. */
    public void thank(String subject) {
        store.find(UUID.fromString(subject)).ifPresent(late -> {
            if (reports.thanked(late.report(), late.caseId(), late.unitKind())) {
                store.thanked(late.id());
            }
        });
    }
}

package org.shouwang.assessment;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code F05-guardianship-assessment}: the report that a decision on guardianship and a suit rest on. */
@Component
class GuardianshipReportRecord implements RecordHandler {

    private final GuardianshipReports reports;

    GuardianshipReportRecord(GuardianshipReports reports) {
        this.reports = reports;
    }

    @Override
    public String form() {
        return "F05-guardianship-assessment";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        reports.keep(completion);
        return Map.of();
    }
}

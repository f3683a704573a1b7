package org.shouwang.assessment;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwang.casefile.CasePart;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Guardianship assessments on the case's page. */
@Component
class GuardianshipReportPart implements CasePart {

    private final GuardianshipReports reports;
    private final MessageSource messages;

    GuardianshipReportPart(GuardianshipReports reports, MessageSource messages) {
        this.reports = reports;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "guardianship-report";
    }

    @Override
    public List<Line> lines(UUID caseId, Locale locale) {
        String text = messages.getMessage("assessment.report", null, locale);
        return reports.of(caseId).stream()
                .map(report -> new Line(report.at(), report.record(), text, List.of()))
                .toList();
    }
}

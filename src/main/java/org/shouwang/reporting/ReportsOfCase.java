package org.shouwang.reporting;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.casefile.CaseReports;
import org.shouwang.casefile.CaseView;
import org.springframework.stereotype.Component;

/** A second report about the same child is part of the case, too: whoever works on it has to read what was seen. */
@Component
class ReportsOfCase implements CaseReports {

    private final ReportStore store;

    ReportsOfCase(ReportStore store) {
        this.store = store;
    }

    @Override
    public List<UUID> of(CaseView file) {
        Stream<UUID> joined = store.ofCase(file.id()).stream()
                .filter(report -> report.sealedClass().equals("open")
                        || report.sealedClass().equals(file.sealedClass()))
                .map(ReportView::id);
        return Stream.concat(Stream.of(file.sourceReport()), joined).distinct().toList();
    }
}

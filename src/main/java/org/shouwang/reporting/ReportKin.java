package org.shouwang.reporting;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.workflow.SubjectKin;
import org.springframework.stereotype.Component;

/** A case and the reports it rests on are one matter. */
@Component
class ReportKin implements SubjectKin {

    private final ReportStore store;
    private final RowIdentity identity;

    ReportKin(ReportStore store, RowIdentity identity) {
        this.store = store;
        this.identity = identity;
    }

    @Override
    public Set<UUID> of(UUID subject) {
        UUID file = store.find(subject)
                .flatMap(report -> Optional.ofNullable(report.caseId()))
                .orElse(subject);
        identity.open(file);
        return Stream.concat(Stream.of(file), store.ofCase(file).stream().map(ReportView::id))
                .filter(each -> !each.equals(subject))
                .collect(Collectors.toSet());
    }
}

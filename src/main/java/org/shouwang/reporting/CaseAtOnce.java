package org.shouwang.reporting;

import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.casefile.GradeDecision;
import org.shouwang.casefile.NewCase;
import org.shouwang.workflow.Conflicts;
import org.springframework.stereotype.Component;

/**
 * Danger now, or one of the nine situations of mandatory reporting: nobody decides whether there is a case, the law does
 * (强制报告意见 4). New harm to a child with an open case joins it.
 */
@Component
class CaseAtOnce {

    private final ReportStore store;
    private final ReportFiles files;
    private final Cases cases;
    private final Conflicts conflicts;

    CaseAtOnce(ReportStore store, ReportFiles files, Cases cases, Conflicts conflicts) {
        this.store = store;
        this.files = files;
        this.cases = cases;
        this.conflicts = conflicts;
    }

    CaseView open(ReportView report, Triage.Proposal proposal) {
        CaseView found = cases.openCaseOf(report.child(), report.sealedClass())
                .map(open -> {
                    cases.raise(open.id(), graded(proposal), null);
                    cases.newHarm(open.id(), report.id(), null);
                    return open;
                })
                .orElseGet(() -> cases.open(newCase(report, proposal), null));
        store.belongsTo(report.id(), found.id());
        files.follow(report.id(), found);
        conflicts.joined(report.id(), found.id());
        store.ended(report.id(), "accepted", null);
        return found;
    }

    private static GradeDecision graded(Triage.Proposal proposal) {
        return new GradeDecision(proposal.grade(), proposal.reasons(), proposal.decision(), false);
    }

    private static NewCase newCase(ReportView report, Triage.Proposal proposal) {
        return new NewCase(
                report.id(),
                report.receivedAt(),
                report.division(),
                report.sealedClass(),
                report.child(),
                null,
                proposal.grade(),
                proposal.reasons(),
                proposal.decision(),
                false,
                "county",
                true,
                proposal.nine());
    }
}

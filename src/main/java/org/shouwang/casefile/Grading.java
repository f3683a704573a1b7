package org.shouwang.casefile;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.journal.Journal;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Changes a case's grade, and with it who leads, what the inbox shows and when the next visit is. */
@Component
class Grading {

    private final CaseStore store;
    private final Workflow workflow;
    private final Journal journal;
    private final Clock clock;

    Grading(CaseStore store, Workflow workflow, Journal journal, Clock clock) {
        this.store = store;
        this.workflow = workflow;
        this.journal = journal;
        this.clock = clock;
    }

    void regrade(UUID caseId, GradeDecision grade, @Nullable Actor by) {
        CaseView before = store.find(caseId).orElseThrow(Refusal::notFound);
        store.grade(caseId, grade.grade(), grade.reasons());
        store.addGrade(Ids.next(), caseId, grade, CaseEntry.officer(by), clock.instant());
        if (grade.grade().compareTo("2") <= 0 && before.lead().equals("township")) {
            // Yellow and red are led by the county body.
            store.lead(caseId, "county");
        }
        CaseView after = store.find(caseId).orElseThrow();
        workflow.describe(after.workSubject());
        workflow.tell(caseId, Map.of("lead", after.lead()));
        workflow.graded(caseId, after.grade());
        Map<String, String> details =
                Map.of("from", before.grade(), "to", grade.grade(), "overridden", "" + grade.overridden());
        journal.append(CaseEntry.of("case.graded", caseId, by, after.stage(), details));
    }
}

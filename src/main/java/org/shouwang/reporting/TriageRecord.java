package org.shouwang.reporting;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.casefile.GradeDecision;
import org.shouwang.casefile.NewCase;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.Conflicts;
import org.shouwang.workflow.RecordHandler;
import org.shouwang.workflow.decision.DecisionMade;
import org.shouwang.workflow.decision.Decisions;
import org.shouwang.workflow.decision.Reason;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code S01-triage}: what becomes of a lead. Every way out is somebody's decision; none is a silent end. */
@Component
class TriageRecord implements RecordHandler {

    private final ReportStore store;
    private final ReportFiles files;
    private final Cases cases;
    private final Decisions decisions;
    private final Journal journal;
    private final LeadEnds ends;
    private final Conflicts conflicts;

    TriageRecord(
            ReportStore store,
            ReportFiles files,
            Cases cases,
            Decisions decisions,
            Journal journal,
            LeadEnds ends,
            Conflicts conflicts) {
        this.store = store;
        this.files = files;
        this.cases = cases;
        this.decisions = decisions;
        this.journal = journal;
        this.ends = ends;
        this.conflicts = conflicts;
    }

    @Override
    public String form() {
        return "S01-triage";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        ReportView report = store.find(completion.subject()).orElseThrow();
        JsonNode data = completion.data();
        String outcome = data.get("outcome").asString();
        switch (outcome) {
            case "accept" -> accept(report, data, completion.by());
            case "join" -> join(report, data, completion.by());
            case "refer" -> end(report, "referred", data);
            case "consult" -> end(report, "answered", data);
            case "out-of-scope" -> end(report, "out-of-scope", data);
            // A second person has to agree before a report counts as untrue.
            case "untrue" -> {}
            default -> throw new IllegalStateException("TRIAGE_OUT " + outcome);
        }
        journal.append(new Event(
                "report.triaged",
                report.id(),
                completion.by().officer().id(),
                Reports.agency(completion.by()),
                "reporting",
                completion.task(),
                Map.of("outcome", outcome)));
        return new HashMap<>();
    }

    private void accept(ReportView report, JsonNode data, Actor by) {
        String grade = data.path("grade").asString(report.grade());
        refuseLowering(report, grade);
        // Nobody of the township may see a restricted case, so nobody there could lead it.
        boolean county = grade.compareTo("2") <= 0 || report.sealedClass().equals("restricted");
        String lead = county ? "county" : data.path("lead").asString("township");
        boolean raised = !grade.equals(report.grade());
        List<String> reasons = new ArrayList<>(reasons(report));
        Optional<CaseView> before = cases.openCaseOf(report.child(), report.sealedClass());
        before.ifPresent(found -> {
            cases.joined(found.id(), report.id(), by);
            cases.raise(found.id(), new GradeDecision(grade, reasons, report.decision(), raised), by);
        });
        CaseView opened = before.orElseGet(() -> cases.open(
                new NewCase(
                        report.id(),
                        report.receivedAt(),
                        report.division(),
                        report.sealedClass(),
                        report.child(),
                        null,
                        grade,
                        reasons,
                        report.decision(),
                        raised,
                        lead,
                        false,
                        false),
                by));
        store.belongsTo(report.id(), opened.id());
        files.follow(report.id(), opened);
        conflicts.joined(report.id(), opened.id());
        store.ended(report.id(), "accepted", null);
    }

    /** Raising is free; lowering needs a supervisor, which triage has no step for: it waits for the assessment. */
    private static void refuseLowering(ReportView report, String grade) {
        if (grade.compareTo(report.grade()) > 0) {
            throw Refusal.invalid(List.of(FieldProblem.at("grade", "grade-below-proposal")));
        }
    }

    private List<String> reasons(ReportView report) {
        return decisions.of(report.id()).stream()
                .filter(made -> made.id().equals(report.decision()))
                .map(DecisionMade::reasons)
                .flatMap(List::stream)
                .map(Reason::sentence)
                .toList();
    }

    private void join(ReportView report, JsonNode data, Actor by) {
        @Nullable
        CaseView found = cases.findByNumber(data.path("joinCase").asString("").strip())
                .filter(CaseView::open)
                .orElse(null);
        if (found == null || !cases.mayRead(found, by)) {
            throw Refusal.invalid(List.of(FieldProblem.at("joinCase", "unknown-case")));
        }
        if (!report.sealedClass().equals(found.sealedClass())) {
            // Whoever reads the open one of the two would see that there is a restricted one.
            throw Refusal.invalid(List.of(FieldProblem.at("joinCase", "join-restricted")));
        }
        store.belongsTo(report.id(), found.id());
        files.follow(report.id(), found);
        conflicts.joined(report.id(), found.id());
        store.ended(report.id(), "joined", null);
        cases.joined(found.id(), report.id(), by);
    }

    private void end(ReportView report, String state, JsonNode data) {
        ends.end(report, state, data.hasNonNull("referTo") ? data.get("referTo").asString() : null);
    }
}

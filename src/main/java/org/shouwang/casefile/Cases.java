package org.shouwang.casefile;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Participations;
import org.shouwang.journal.Journal;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.StageEntered;
import org.shouwang.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The county's cases. One case has one main process, started in the transaction that opens it. */
@Service
@Transactional
public class Cases {

    private static final String POLICE = "police-notice";
    private static final String DEATH = "child-death";

    /** Why a case has its grade stands in its assessment: who may not read the one is not told the other. */
    private static final String ASSESSMENT = "F04-screening";

    private final CaseStore store;
    private final CaseStages stages;
    private final CaseOpening opening;
    private final Grading grading;
    private final Workflow workflow;
    private final Participations participations;
    private final Access access;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final RowIdentity identity;

    Cases(
            CaseStore store,
            CaseStages stages,
            CaseOpening opening,
            Grading grading,
            Workflow workflow,
            Participations participations,
            Access access,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock,
            RowIdentity identity) {
        this.store = store;
        this.stages = stages;
        this.opening = opening;
        this.grading = grading;
        this.workflow = workflow;
        this.participations = participations;
        this.access = access;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
        this.identity = identity;
    }

    /**
     * Opens a case and starts its process.
     *
     * @param by who decided to; null when the law did (danger now, or one of the nine situations)
     */
    public CaseView open(NewCase made, @Nullable Actor by) {
        return store.find(opening.open(made, by)).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<CaseView> find(UUID id) {
        return store.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<CaseView> findByNumber(String number) {
        return store.findByNumber(number);
    }

    /**
     * The open case of a child: new harm to the same child joins it, it never makes a second one by accident. A
     * restricted report never joins an open case, whose readers would see that something had come, nor an open one a
     * restricted case.
     *
     * @param sealedClass of the report, {@code open} or {@code restricted}
     */
    @Transactional(readOnly = true)
    public Optional<CaseView> openCaseOf(UUID child, String sealedClass) {
        store.oneAtATime(child);
        Optional<CaseView> found = identity.as(RowService.MATCHING, () -> store.openCaseOf(child, sealedClass));
        found.ifPresent(open -> identity.open(open.id()));
        return found;
    }

    /**
     * The case, for somebody who wants to do {@code act} with it; that a part of it was read goes into the journal.
     *
     * @throws Refusal 404 when it is not there or not within reach
     */
    public CaseView read(UUID id, String part, Actor by) {
        CaseView found = store.find(id).orElseThrow(Refusal::notFound);
        access.require("case.read", found.subject());
        Map<String, String> details = new HashMap<>(Map.of("read", part));
        access.emergency(by, "case.read", found.subject()).ifPresent(emergency -> {
            details.put("emergency", emergency.id().toString());
            details.put("ground", emergency.ground());
        });
        journal.append(CaseEntry.of("case.read", id, by, null, details));
        return tellsReasons(found, by) ? found : found.withoutReasons();
    }

    @Transactional(readOnly = true)
    public List<CasePerson> people(UUID caseId) {
        return store.people(caseId);
    }

    /** The child's brothers and sisters who are on the case. */
    @Transactional(readOnly = true)
    public List<UUID> siblings(UUID caseId) {
        return store.people(caseId).stream()
                .filter(each -> each.part().equals("sibling"))
                .map(CasePerson::person)
                .toList();
    }

    /** How the grade went; without reasons for whoever does not handle a restricted case. */
    @Transactional(readOnly = true)
    public List<GradeEntry> grades(CaseView of, Actor by) {
        List<GradeEntry> grades = store.grades(of.id());
        return tellsReasons(of, by)
                ? grades
                : grades.stream().map(GradeEntry::withoutReasons).toList();
    }

    private boolean tellsReasons(CaseView found, Actor by) {
        return tellsReasons(access, found, by);
    }

    /** Why a case has its grade is for whoever may read the assessment. */
    static boolean tellsReasons(Access access, CaseView found, Actor by) {
        return access.may(by, "record.read", found.subject(), ASSESSMENT)
                && (found.sealedClass().equals("open") || access.may(by, "step.read", found.subject()));
    }

    /** Gives the case another grade; raising is free, lowering has been approved by whoever calls this. */
    public void regrade(UUID caseId, GradeDecision grade, @Nullable Actor by) {
        grading.regrade(caseId, grade, by);
    }

    /** Names the responsible person (主责人员) unless there is one. */
    public void takeResponsibility(UUID caseId, Actor by) {
        CaseView found = store.find(caseId).orElseThrow(Refusal::notFound);
        if (found.responsible() == null) {
            store.responsible(caseId, by.officer().id());
            participations.name(caseId, by.officer().id(), "responsible");
            journal.append(CaseEntry.of("case.responsible", caseId, by, found.stage(), Map.of()));
        }
    }

    /** New harm while the case is open: it goes back to the emergency step, wherever it stands. */
    public void newHarm(UUID caseId, UUID report, @Nullable Actor by) {
        journal.append(CaseEntry.of("case.new-harm", caseId, by, "emergency", Map.of("report", report.toString())));
        alarm(caseId);
    }

    /** New harm that somebody who works on the case has seen. */
    public void newHarm(UUID caseId, @Nullable Actor by) {
        journal.append(CaseEntry.of("case.new-harm", caseId, by, "emergency", Map.of()));
        alarm(caseId);
    }

    /** Gives the case a graver grade; a lighter one than it has changes nothing. */
    public void raise(UUID caseId, GradeDecision grade, @Nullable Actor by) {
        CaseView found = store.find(caseId).orElseThrow(Refusal::notFound);
        if (grade.grade().compareTo(found.grade()) < 0) {
            grading.regrade(caseId, grade, by);
        }
    }

    /** A child who lives away from home is the county's to lead, whoever led before. */
    public void placed(UUID caseId) {
        ledByCounty(store.find(caseId).orElseThrow(Refusal::notFound));
    }

    private void ledByCounty(CaseView found) {
        if (found.lead().equals("township")) {
            store.lead(found.id(), "county");
            workflow.tell(found.id(), Map.of("lead", "county"));
        }
    }

    /**
     * The police are told of new harm, so the county body leads from now on. A case that stands in its emergency step
     * cannot go back to it: there, duty is called for the new harm by itself.
     */
    private void alarm(UUID caseId) {
        CaseView found = store.find(caseId).orElseThrow(Refusal::notFound);
        ledByCounty(found);
        if (workflow.send(caseId, "new-harm", Map.of("danger", "yes")) == 0) {
            workflow.start(POLICE, found.workSubject(), Map.of("grade", found.grade()));
        }
    }

    /** Whether the case waits for its next review, so that it can be had earlier. */
    @Transactional(readOnly = true)
    public boolean awaitsReview(UUID caseId) {
        return workflow.waits(caseId, "review-now");
    }

    void reviewNow(UUID caseId, Actor by) {
        CaseView found = store.find(caseId).orElseThrow(Refusal::notFound);
        if (workflow.send(caseId, "review-now", Map.of()) == 0) {
            throw Refusal.conflict("case-no-review");
        }
        journal.append(CaseEntry.of("case.review-early", caseId, by, found.stage(), Map.of()));
    }

    /** What the police were told and what they said. */
    @Transactional(readOnly = true)
    public List<PoliceContact> police(UUID caseId) {
        return store.police(caseId);
    }

    @Transactional(readOnly = true)
    public List<CaseConference> conferences(UUID caseId) {
        return store.conferences(caseId);
    }

    /** Whether somebody may read this case; tells nothing when not. */
    @Transactional(readOnly = true)
    public boolean mayRead(CaseView found, Actor by) {
        return access.may(by, "case.read", found.subject());
    }

    /** Another report about the same matter was put to this case (并案). */
    public void joined(UUID caseId, UUID report, Actor by) {
        journal.append(
                CaseEntry.of("case.report-joined", caseId, by, "reporting", Map.of("report", report.toString())));
    }

    /** A further child's file gets the record, too. */
    public void alsoConcerns(UUID caseId, UUID record, List<UUID> children) {
        CaseView found = store.find(caseId).orElseThrow(Refusal::notFound);
        children.forEach(child -> store.recordOf(record, child, found, clock.instant()));
    }

    void proposeClosing(UUID caseId, String reason) {
        store.proposeClosing(caseId, reason);
    }

    void close(UUID caseId) {
        CaseView found = store.find(caseId).orElseThrow(Refusal::notFound);
        store.close(caseId, clock.instant());
        stages.leave(caseId, clock.instant());
        journal.append(
                CaseEntry.of("case.closed", caseId, null, found.stage(), Map.of("reason", "" + found.closeReason())));
        workflow.closed(caseId, DEATH);
        events.publishEvent(new CaseClosed(caseId));
    }

    void died(UUID caseId) {
        store.proposeClosing(caseId, "death");
        if (workflow.send(caseId, "child-died", Map.of()) == 0) {
            throw Refusal.conflict("case-closed");
        }
    }

    /** Takes a closed case up again; it starts with a new assessment. */
    public void reopen(UUID caseId, Actor by) {
        CaseView found = store.find(caseId).orElseThrow(Refusal::notFound);
        access.require("case.reopen", found.subject());
        if (found.open()) {
            throw Refusal.conflict("case-open");
        }
        store.reopen(caseId);
        journal.append(CaseEntry.of("case.reopened", caseId, by, "assessment", Map.of()));
        events.publishEvent(new CaseReopened(caseId));
        opening.startAgain(found);
    }

    @EventListener
    void on(StageEntered entered) {
        store.stage(entered.subject(), entered.stage());
        stages.enter(entered.subject(), entered.stage());
    }
}

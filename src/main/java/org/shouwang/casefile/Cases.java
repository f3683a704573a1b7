package org.shouwang.casefile;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Participations;
import org.shouwang.access.Post;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.StageEntered;
import org.shouwang.workflow.WorkSubject;
import org.shouwang.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The county's cases. One case has one main process, started in the transaction that opens it. */
@Service
@Transactional
public class Cases {

    private static final String PROCESS = "child-protection";

    private final CaseStore store;
    private final CaseNumbers numbers;
    private final Persons persons;
    private final Workflow workflow;
    private final Participations participations;
    private final Access access;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Cases(
            CaseStore store,
            CaseNumbers numbers,
            Persons persons,
            Workflow workflow,
            Participations participations,
            Access access,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.numbers = numbers;
        this.persons = persons;
        this.workflow = workflow;
        this.participations = participations;
        this.access = access;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a case and starts its process.
     *
     * @param by who decided to; null when the law did (danger now, or one of the nine situations)
     */
    public CaseView open(NewCase made, @Nullable Actor by) {
        UUID id = Ids.next();
        Instant now = clock.instant();
        store.insert(id, numbers.next(made.division()), made, now);
        enroll(id, made, now);
        GradeDecision grade = new GradeDecision(made.grade(), made.reasons(), made.decision(), made.overridden());
        store.addGrade(Ids.next(), id, grade, officer(by), now);
        participations.carryOver(made.report(), id);
        journal.append(event("case.opened", id, by, "reporting", Map.of("grade", made.grade(), "lead", made.lead())));
        start(id, made);
        return store.find(id).orElseThrow();
    }

    private void enroll(UUID id, NewCase made, Instant now) {
        store.addPerson(id, made.child(), "child", null, made, now);
        if (made.suspect() != null) {
            store.addPerson(id, made.suspect(), "suspect", null, made, now);
        }
        for (PersonView sibling : persons.siblingsOf(made.child())) {
            if (sibling.child()) {
                store.addPerson(id, sibling.id(), "sibling", null, made, now);
            }
        }
        persons.guardiansOf(made.child())
                .forEach(guardian ->
                        store.addPerson(id, guardian.person().id(), "guardian", guardian.relation(), made, now));
    }

    private void start(UUID id, NewCase made) {
        workflow.start(
                PROCESS,
                new WorkSubject(
                        id,
                        "case",
                        store.numberOf(id),
                        title(made.child()),
                        made.division(),
                        made.sealedClass(),
                        made.grade(),
                        "reporting"),
                variables(made.grade(), made.lead(), made.emergency(), made.policeInvolved()));
    }

    private static Map<String, Object> variables(String grade, String lead, boolean emergency, boolean police) {
        Map<String, Object> variables = new HashMap<>();
        variables.put("entry", emergency ? "emergency" : "assessment");
        variables.put("lead", lead);
        variables.put("grade", grade);
        variables.put("nine", police);
        variables.put("danger", emergency ? "yes" : "no");
        // Gateways may read these before a form has answered them.
        List.of("removed", "lowered", "conference", "approved").forEach(name -> variables.put(name, "no"));
        variables.put("conclusion", "support");
        variables.put("visitor", lead.equals("county") ? "county" : "director");
        variables.put("missed", 0);
        return variables;
    }

    private String title(UUID child) {
        return persons.find(child).map(PersonView::name).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<CaseView> find(UUID id) {
        return store.find(id);
    }

    @Transactional(readOnly = true)
    public Optional<CaseView> findByNumber(String number) {
        return store.findByNumber(number);
    }

    /** The open case of a child: new harm to the same child joins it, it never makes a second one by accident. */
    @Transactional(readOnly = true)
    public Optional<CaseView> openCaseOf(UUID child) {
        return store.openCaseOf(child);
    }

    /**
     * The case, for somebody who wants to do {@code act} with it; that a part of it was read goes into the journal.
     *
     * @throws Refusal 404 when it is not there or not within reach
     */
    public CaseView read(UUID id, String part, Actor by) {
        CaseView found = store.find(id).orElseThrow(Refusal::notFound);
        access.require("case.read", found.subject());
        journal.append(event("case.read", id, by, null, Map.of("read", part)));
        return found;
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

    @Transactional(readOnly = true)
    public List<GradeEntry> grades(UUID caseId) {
        return store.grades(caseId);
    }

    /** Gives the case another grade; raising is free, lowering has been approved by whoever calls this. */
    public void regrade(UUID caseId, GradeDecision grade, Actor by) {
        CaseView before = store.find(caseId).orElseThrow(Refusal::notFound);
        store.grade(caseId, grade.grade(), grade.reasons());
        store.addGrade(Ids.next(), caseId, grade, officer(by), clock.instant());
        if (grade.grade().compareTo("2") <= 0 && before.lead().equals("township")) {
            // Yellow and red are led by the county body.
            store.lead(caseId, "county");
        }
        CaseView after = store.find(caseId).orElseThrow();
        workflow.describe(new WorkSubject(
                caseId,
                "case",
                after.number(),
                after.title(),
                after.division(),
                after.sealedClass(),
                after.grade(),
                after.stage()));
        workflow.tell(caseId, Map.of("lead", after.lead()));
        workflow.graded(caseId, after.grade());
        journal.append(event(
                "case.graded",
                caseId,
                by,
                after.stage(),
                Map.of("from", before.grade(), "to", grade.grade(), "overridden", "" + grade.overridden())));
    }

    /** Names the responsible person (主责人员) unless there is one. */
    public void takeResponsibility(UUID caseId, Actor by) {
        CaseView found = store.find(caseId).orElseThrow(Refusal::notFound);
        if (found.responsible() == null) {
            store.responsible(caseId, by.officer().id());
            participations.name(caseId, by.officer().id(), "responsible");
            journal.append(event("case.responsible", caseId, by, found.stage(), Map.of()));
        }
    }

    /** New harm while the case is open: it goes back to the emergency step, wherever it stands. */
    public void newHarm(UUID caseId, UUID report, @Nullable Actor by) {
        journal.append(event("case.new-harm", caseId, by, "emergency", Map.of("report", report.toString())));
        workflow.send(caseId, "new-harm", Map.of("danger", "yes"));
    }

    /** New harm that somebody who works on the case has seen. */
    public void newHarm(UUID caseId, Actor by) {
        journal.append(event("case.new-harm", caseId, by, "emergency", Map.of()));
        workflow.send(caseId, "new-harm", Map.of("danger", "yes"));
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
        journal.append(event("case.review-early", caseId, by, found.stage(), Map.of()));
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
        journal.append(event("case.report-joined", caseId, by, "reporting", Map.of("report", report.toString())));
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
        journal.append(event("case.closed", caseId, null, found.stage(), Map.of("reason", "" + found.closeReason())));
        events.publishEvent(new CaseClosed(caseId));
    }

    /** Takes a closed case up again; it starts with a new assessment. */
    public void reopen(UUID caseId, Actor by) {
        CaseView found = store.find(caseId).orElseThrow(Refusal::notFound);
        access.require("case.reopen", found.subject());
        if (found.open()) {
            throw Refusal.conflict("case-open");
        }
        store.reopen(caseId);
        journal.append(event("case.reopened", caseId, by, "assessment", Map.of()));
        workflow.start(
                PROCESS,
                new WorkSubject(
                        caseId,
                        "case",
                        found.number(),
                        found.title(),
                        found.division(),
                        found.sealedClass(),
                        found.grade(),
                        found.stage()),
                variables(found.grade(), found.lead(), false, false));
    }

    @EventListener
    void on(StageEntered entered) {
        store.stage(entered.subject(), entered.stage());
    }

    private static @Nullable UUID officer(@Nullable Actor by) {
        return by == null ? null : by.officer().id();
    }

    private static Event event(
            String act, UUID id, @Nullable Actor by, @Nullable String stage, Map<String, String> details) {
        UUID agency = by == null ? null : by.mainPost().map(Post::agency).orElse(null);
        return new Event(act, id, officer(by), agency, stage, null, details);
    }
}

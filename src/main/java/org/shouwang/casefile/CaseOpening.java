package org.shouwang.casefile;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Participations;
import org.shouwang.journal.Journal;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.web.Ids;
import org.shouwang.workflow.WorkSubject;
import org.shouwang.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Opens cases: the row, the people on it, the first grade and the main process, in the caller's transaction. */
@Component
class CaseOpening {

    private static final String PROCESS = "child-protection";
    private static final String REPORTING = "reporting";

    private final CaseStore store;
    private final CaseStages stages;
    private final CaseNumbers numbers;
    private final Persons persons;
    private final Workflow workflow;
    private final Participations participations;
    private final Journal journal;
    private final Clock clock;
    private final RowIdentity identity;

    CaseOpening(
            CaseStore store,
            CaseStages stages,
            CaseNumbers numbers,
            Persons persons,
            Workflow workflow,
            Participations participations,
            Journal journal,
            Clock clock,
            RowIdentity identity) {
        this.store = store;
        this.stages = stages;
        this.numbers = numbers;
        this.persons = persons;
        this.workflow = workflow;
        this.participations = participations;
        this.journal = journal;
        this.clock = clock;
        this.identity = identity;
    }

    UUID open(NewCase made, @Nullable Actor by) {
        UUID id = Ids.next();
        identity.open(id);
        Instant now = clock.instant();
        store.insert(id, numbers.next(made.division()), made, now);
        stages.enter(id, REPORTING, made.receivedAt());
        enroll(id, made, now);
        GradeDecision grade = new GradeDecision(made.grade(), made.reasons(), made.decision(), made.overridden());
        store.addGrade(Ids.next(), id, grade, CaseEntry.officer(by), now);
        participations.carryOver(made.report(), id);
        Map<String, String> details = Map.of("grade", made.grade(), "lead", made.lead());
        journal.append(CaseEntry.of("case.opened", id, by, REPORTING, details));
        workflow.start(
                PROCESS,
                subject(id, made),
                variables(made.grade(), made.lead(), made.emergency(), made.policeInvolved()));
        return id;
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

    private WorkSubject subject(UUID id, NewCase made) {
        return new WorkSubject(
                id,
                "case",
                store.numberOf(id),
                persons.find(made.child()).map(PersonView::name).orElseThrow(),
                made.division(),
                made.sealedClass(),
                made.grade(),
                REPORTING);
    }

    /** A case taken up again starts with a new assessment. */
    void startAgain(CaseView found) {
        workflow.start(PROCESS, found.workSubject().inNoStage(), variables(found.grade(), found.lead(), false, false));
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
}

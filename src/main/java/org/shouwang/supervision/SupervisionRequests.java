package org.shouwang.supervision;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.journal.Journal;
import org.shouwang.notification.Notices;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Filing;
import org.shouwang.workflow.Workflow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** Supervision of handling (督办): a supervisor asks about one case, whoever handles it answers, the supervisor checks. */
@Service
@Transactional
public class SupervisionRequests {

    /** The question. */
    public static final String FORM = "S10-supervision";

    private static final String PROCESS = "supervision-request";
    private static final String WITHDRAWN = "supervision-withdrawn";
    private static final String NOBODY = "none";

    private final SupervisionStore store;
    private final Addressees addressees;
    private final Cases cases;
    private final Access access;
    private final Filing filing;
    private final Workflow workflow;
    private final Notices notices;
    private final Journal journal;
    private final Clock clock;

    SupervisionRequests(
            SupervisionStore store,
            Addressees addressees,
            Cases cases,
            Access access,
            Filing filing,
            Workflow workflow,
            Notices notices,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.addressees = addressees;
        this.cases = cases;
        this.access = access;
        this.filing = filing;
        this.workflow = workflow;
        this.notices = notices;
        this.journal = journal;
        this.clock = clock;
    }

    /** The case, for somebody who may ask about it; that it was looked at goes into the journal. */
    public CaseView read(UUID caseId, Actor by) {
        CaseView file = cases.read(caseId, "supervision", by);
        access.require("supervision.ask", file.subject());
        return file;
    }

    /**
     * Refuses unless the current officer may ask about this case.
     *
     * @throws Refusal 404 when it is not within reach, 403 when asking is not for this officer
     */
    @Transactional(readOnly = true)
    public CaseView require(UUID caseId) {
        CaseView file = cases.find(caseId).orElseThrow(Refusal::notFound);
        access.require("supervision.ask", file.subject());
        return file;
    }

    /** What was asked about a case, the latest first, for whoever may ask. */
    @Transactional(readOnly = true)
    public List<SupervisionRequest> of(CaseView file) {
        return store.ofCase(file.id());
    }

    /**
     * Asks.
     *
     * @param version of the form the answers were given to
     * @throws Refusal 422 naming every wrong field, among them that one would ask oneself; 409 where nobody could answer
     */
    public UUID ask(UUID caseId, int version, ObjectNode answers, Actor by) {
        CaseView file = require(caseId);
        filing.check(FORM, version, answers);
        Addressees.To to = addressees.of(file, answers.get("to").asString(), by);
        UUID id = Ids.next();
        UUID record = filing.store(FORM, file.subject(), answers, by);
        String ground = answers.get("ground").asString();
        store.insert(id, file, record, by.officer().id(), ground, to);
        journal.append(SupervisionEntry.of(
                "supervision.asked", caseId, by, id, Map.of("ground", ground, "record", record.toString())));
        store.runs(id, start(file, to, by));
        return id;
    }

    private String start(CaseView file, Addressees.To to, Actor by) {
        String run = workflow.start(
                PROCESS,
                file.workSubject(),
                Map.of(
                        "asker", by.officer().id().toString(),
                        "addressee",
                                Optional.ofNullable(to.officer())
                                        .map(UUID::toString)
                                        .orElse(NOBODY),
                        "level", to.level(),
                        "grade", file.grade()));
        SupervisionStore.Waiting waiting = store.waiting(file.id(), run).orElseThrow();
        Set<UUID> hearers = addressees.hearers(waiting, file, by);
        if (hearers.isEmpty()) {
            throw Refusal.conflict("supervision-nobody");
        }
        notices.tell(hearers, "supervision-asked", file.id(), "/tasks/" + waiting.task());
        return run;
    }

    /**
     * Whoever asked takes it back: neither answer nor check is waited for any more.
     *
     * @throws Refusal 403 for anybody else, 409 when it is over
     */
    public void withdraw(UUID caseId, UUID id, Actor by) {
        CaseView file = cases.find(caseId).orElseThrow(Refusal::notFound);
        access.require("case.read", file.subject());
        SupervisionRequest request =
                store.lock(id).filter(found -> found.caseId().equals(caseId)).orElseThrow(Refusal::notFound);
        if (!request.asker().equals(by.officer().id())) {
            throw Refusal.forbidden("supervision-own");
        }
        if (request.over()) {
            throw Refusal.conflict("supervision-over");
        }
        store.ended(id, "withdrawn", null, clock.instant());
        journal.append(SupervisionEntry.of("supervision.withdrawn", caseId, by, id, Map.of()));
        workflow.sendTo(store.runOf(id), caseId, WITHDRAWN);
    }

    /**
     * What one supervisor has asked, the latest first.
     *
     * @param list {@code open}, {@code late}, {@code answered} or {@code over}
     * @param after the last row of the page before as {@link #after} writes it, null for the first page
     */
    @Transactional(readOnly = true)
    public List<AskedRequest> asked(String list, @Nullable String after, int limit, Actor by) {
        List<AskedRequest> told = new ArrayList<>();
        After from = After.parse(after);
        List<AskedRequest> found;
        do {
            found = store.asked(by.officer().id(), list, from, limit);
            found.stream().filter(row -> stillReads(row, by)).forEach(told::add);
            from = found.isEmpty() ? from : After.parse(after(found.get(found.size() - 1)));
        } while (told.size() < limit && found.size() == limit);
        return told.stream().limit(limit).toList();
    }

    /** A case that is restricted, or that this officer is kept off since, is on nobody's list of old questions. */
    private boolean stillReads(AskedRequest row, Actor by) {
        return cases.find(row.caseId())
                .filter(file -> access.may(by, "case.read", file.subject()))
                .isPresent();
    }

    /** Where the page after this row begins. */
    public static String after(AskedRequest last) {
        return last.askedAt() + "~" + last.id();
    }
}

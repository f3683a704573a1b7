package org.shouwang.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Subject;
import org.shouwang.casefile.CaseClosed;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.ClockSignals;
import org.shouwang.workflow.Workflow;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** Takes reports in. One transaction: facts, sealed reporter, decision, process, and the case where the law wants one. */
@Service
@Transactional
@ClockSignals({"report-received", "report-done"})
public class Reports {

    public static final String FORM = "F01-report";

    private static final String URGENT = "emergency";
    private static final UUID FROM_THE_NEWEST = new UUID(-1L, -1L);

    private final ReportStore store;
    private final Reporters reporters;
    private final TrackingCodes codes;
    private final Intake intake;
    private final Feedback feedback;
    private final Workflow workflow;
    private final Cases cases;
    private final Idempotency idempotency;
    private final Access access;
    private final Journal journal;
    private final Clock clock;
    private final RowIdentity identity;

    Reports(
            ReportStore store,
            Reporters reporters,
            TrackingCodes codes,
            Intake intake,
            Feedback feedback,
            Workflow workflow,
            Cases cases,
            Idempotency idempotency,
            Access access,
            Journal journal,
            Clock clock,
            RowIdentity identity) {
        this.store = store;
        this.reporters = reporters;
        this.codes = codes;
        this.intake = intake;
        this.feedback = feedback;
        this.workflow = workflow;
        this.cases = cases;
        this.idempotency = idempotency;
        this.access = access;
        this.journal = journal;
        this.clock = clock;
        this.identity = identity;
    }

    /** What is stored of the answer to a submission: enough to give the same answer again, nothing about whom. */
    record Submitted(UUID report) {}

    /**
     * Takes a report in, once a key.
     *
     * @param answers of {@code F01-report}
     * @param key idempotency key the reporter's device made
     * @throws Refusal 422 naming every wrong field; 409 when the key came with other answers before
     */
    public Receipt submit(ObjectNode answers, int formVersion, @Nullable String key, Actor by) {
        UUID pseudonym = reporters.pseudonym(by.officer().id());
        Submitted submitted = idempotency.once(
                key,
                pseudonym,
                "reports " + answers,
                Submitted.class,
                () -> new Submitted(intake.receive(answers, formVersion, Sender.of(by))));
        identity.open(submitted.report());
        return receipt(store.find(submitted.report()).orElseThrow(Refusal::notFound));
    }

    /**
     * Takes in what somebody else said to whoever hands it on, in the caller's transaction. Nobody here has reported it: it
     * stands in nobody's own list.
     *
     * @throws Refusal 422 naming every wrong field
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID handOn(ObjectNode answers, int formVersion, Handed handed, Actor by) {
        return intake.receive(answers, formVersion, Sender.of(handed, by));
    }

    /**
     * How far a report is, for whoever handed it on and is asked for an answer.
     *
     * @param number 线索编号
     * @param state as {@link Tracking#state}
     * @param told what can be passed on to the caller, nothing of a restricted one
     */
    public record Progress(String number, String state, List<Told> told) {}

    /** @param caller as the caller gave it, empty for nobody */
    @Transactional(readOnly = true)
    public Optional<Progress> progress(UUID report, String caller) {
        Optional<ReportView> told = identity.as(RowService.TRACKING, () -> store.find(report))
                .filter(found -> !found.sealedClass().equals("sealed"));
        return told.map(found -> {
            boolean open = found.sealedClass().equals("open");
            if (open) {
                identity.open(report);
            }
            return new Progress(found.number(), found.publicState(), open ? feedback.of(found, caller) : List.of());
        });
    }

    /** The same at every repetition: what became of the report later is not in it. */
    private Receipt receipt(ReportView report) {
        boolean urgent = report.route().equals(URGENT);
        Optional<CaseView> opened = Optional.ofNullable(report.caseId())
                .filter(id -> urgent && report.sealedClass().equals("open"))
                .flatMap(this::opened)
                .filter(found -> found.sealedClass().equals("open"));
        return new Receipt(
                report.id(),
                codes.of(report.id()),
                report.receivedAt(),
                opened.map(CaseView::id).orElse(null),
                opened.map(CaseView::number).orElse(null),
                urgent);
    }

    private Optional<CaseView> opened(UUID id) {
        identity.open(id);
        return cases.find(id);
    }

    /** State only, for whoever has the code: 已收到, 办理中, 已办结. Blank and broken codes are unknown ones. */
    @Transactional(readOnly = true)
    public Optional<Tracking> track(String trackingCode) {
        return identity.as(RowService.TRACKING, () -> store.findByTracking(codes.index(trackingCode)))
                .map(report ->
                        new Tracking(report.publicState(), LocalDate.ofInstant(report.receivedAt(), clock.getZone())));
    }

    /** The state of a report and the day it came in; nothing else is public. */
    public record Tracking(String state, LocalDate receivedOn) {}

    /**
     * What the reporter sees of one's own reports: their state, the newest first.
     *
     * @param before the last one seen already; null for the first page
     */
    @Transactional(readOnly = true)
    public List<OwnReport> own(Actor by, @Nullable UUID before, int limit) {
        List<UUID> ids = reporters.reportsOf(by.officer().id(), before == null ? FROM_THE_NEWEST : before, limit);
        identity.open(ids);
        // Of one that is sealed the state stays, as it does for whoever has the code.
        return identity.as(RowService.TRACKING, () -> store.find(ids)).stream()
                .map(report -> own(report, false, List.of()))
                .toList();
    }

    /** One's own report; empty for everybody else's. That it was looked at is written nowhere. */
    @Transactional(readOnly = true)
    public Optional<OwnReport> own(UUID report, Actor by) {
        if (!reporters.isOwn(report, by.officer().id())) {
            return Optional.empty();
        }
        identity.open(report);
        return identity.as(RowService.TRACKING, () -> store.find(report))
                .map(found -> own(
                        found,
                        identity.as(RowService.TRACKING, () -> store.isThanked(report)),
                        found.sealedClass().equals("sealed") ? List.of() : feedback.of(found, by)));
    }

    private OwnReport own(ReportView report, boolean thanked, List<Told> told) {
        return new OwnReport(
                report.id(),
                codes.of(report.id()),
                report.publicState(),
                report.receivedAt(),
                report.route(),
                report.division(),
                thanked,
                told);
    }

    /** Whether the current officer works on reports like this one, so that {@link #read} answers. */
    @Transactional(readOnly = true)
    public boolean mayRead(UUID id) {
        return store.find(id)
                .map(report -> access.may("report.read", subject(report)))
                .orElse(false);
    }

    private static Subject subject(ReportView report) {
        return Subject.of(report.id(), "report", report.division(), report.sealedClass());
    }

    /**
     * The report, for somebody who works on it.
     *
     * @throws Refusal 404 when it is not there or not within reach; the reporter has {@link #own}
     */
    public ReportView read(UUID id, Actor by) {
        ReportView report = store.find(id).orElseThrow(Refusal::notFound);
        access.require("report.read", subject(report));
        journal.append(new Event(
                "report.read", id, by.officer().id(), agency(by), "reporting", null, Map.of("read", "report")));
        return report;
    }

    @Transactional(readOnly = true)
    public List<ReportView> ofCase(UUID caseId) {
        return store.ofCase(caseId);
    }

    @EventListener
    void on(CaseClosed closed) {
        for (ReportView report : store.ofCase(closed.caseId())) {
            store.done(report.id(), clock.instant());
            workflow.happened(report.id(), "report-done");
            workflow.send(report.id(), "report-done", Map.of());
        }
    }

    static @Nullable UUID agency(Actor by) {
        return by.mainPost().map(post -> post.agency()).orElse(null);
    }
}

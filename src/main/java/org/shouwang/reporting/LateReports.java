package org.shouwang.reporting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Subject;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Filing;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Late or missing reports under review (未及时报告待核实): a unit with the duty to report seems to have known earlier. Thanked
 * first where it did report, then a person decides. The county's office sees them, and the authority one is passed to; no
 * board, no count, nobody by name.
 */
@Service
@Transactional
public class LateReports {

    public static final String FORM = "L01-late-report";

    private static final String READ = "late-report.read";
    private static final String RECORD = "late-report.record";
    private static final UUID FROM_THE_NEWEST = new UUID(-1L, -1L);

    private final LateReportStore store;
    private final LateOpening opening;
    private final DutyBearers bearers;
    private final ReportStore reports;
    private final Cases cases;
    private final Filing filing;
    private final Idempotency idempotency;
    private final Access access;
    private final Journal journal;
    private final Clock clock;

    LateReports(
            LateReportStore store,
            LateOpening opening,
            DutyBearers bearers,
            ReportStore reports,
            Cases cases,
            Filing filing,
            Idempotency idempotency,
            Access access,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.opening = opening;
        this.bearers = bearers;
        this.reports = reports;
        this.cases = cases;
        this.filing = filing;
        this.idempotency = idempotency;
        this.access = access;
        this.journal = journal;
        this.clock = clock;
    }

    /** A report that says itself that its unit knew earlier than the county asks after. */
    void look(ReportView report, @Nullable String unitKind, JsonNode answers, Instant receivedAt) {
        if (unitKind == null || !answers.hasNonNull("foundAt") || !bearers.hasDuty(unitKind, report.division())) {
            return;
        }
        Instant found = OffsetDateTime.parse(answers.get("foundAt").asString()).toInstant();
        if (Duration.between(found, receivedAt).compareTo(bearers.asksAfter()) > 0) {
            opening.open(
                    late(report.number(), report.id(), null, unitKind, found, receivedAt, "report", report.division()),
                    null);
        }
    }

    private LateReport late(
            String number,
            @Nullable UUID report,
            @Nullable UUID caseId,
            String unitKind,
            Instant knownAt,
            @Nullable Instant reportedAt,
            String ground,
            String division) {
        return new LateReport(
                Ids.next(),
                number,
                report,
                caseId,
                unitKind,
                knownAt,
                reportedAt,
                ground,
                "open",
                null,
                null,
                null,
                null,
                null,
                clock.instant(),
                opening.county(division));
    }

    /** What is stored of the answer to a recording. */
    public record Recorded(UUID id) {}

    /**
     * Records what triage or a case has shown, once a key.
     *
     * @param answers of {@code L01-late-report}
     * @throws Refusal 422 naming every wrong field
     */
    public Recorded record(ObjectNode answers, int formVersion, @Nullable String key, Actor by) {
        access.require(RECORD);
        return idempotency.once(
                key,
                by.officer().id(),
                "late reports " + answers,
                Recorded.class,
                () -> new Recorded(keep(answers.deepCopy(), formVersion, by)));
    }

    /** The lead or case something appeared from. */
    private record From(
            String number, @Nullable UUID report, @Nullable UUID caseId, String division, String ground) {}

    private UUID keep(ObjectNode answers, int formVersion, Actor by) {
        filing.check(FORM, formVersion, answers);
        From from = from(answers.get("number").asString().strip(), by)
                .orElseThrow(() -> Refusal.invalid(List.of(FieldProblem.at("number", "late-report-number"))));
        String unitKind = answers.get("unitKind").asString();
        if (!bearers.hasDuty(unitKind, from.division())) {
            throw Refusal.invalid(List.of(FieldProblem.at("unitKind", "late-report-no-duty")));
        }
        Instant known = OffsetDateTime.parse(answers.get("knownAt").asString()).toInstant();
        @Nullable
        Instant reported = answers.hasNonNull("reportedAt")
                ? OffsetDateTime.parse(answers.get("reportedAt").asString()).toInstant()
                : null;
        if (reported != null && reported.isBefore(known)) {
            throw Refusal.invalid(List.of(FieldProblem.at("reportedAt", "late-report-order")));
        }
        if (opening.isKnown(from.report(), from.caseId(), unitKind)) {
            throw Refusal.conflict("late-report-known");
        }
        LateReport late = late(
                from.number(), from.report(), from.caseId(), unitKind, known, reported, from.ground(), from.division());
        opening.open(late, by);
        filing.store(FORM, late.subject(), answers, by);
        return late.id();
    }

    private Optional<From> from(String number, Actor by) {
        Optional<CaseView> file = cases.findByNumber(number).filter(found -> cases.mayRead(found, by));
        return file.map(found -> new From(found.number(), null, found.id(), found.division(), "case"))
                .or(() -> reports.findByNumber(number)
                        .filter(report -> access.may(
                                "report.read",
                                Subject.of(report.id(), "report", report.division(), report.sealedClass())))
                        .map(report -> new From(report.number(), report.id(), null, report.division(), "triage")));
    }

    /**
     * Those within reach, the latest first: the office's, or what was passed to this officer.
     *
     * @param before the last one seen already; null for the first page
     */
    @Transactional(readOnly = true)
    public List<LateReport> list(@Nullable UUID before, int limit, Actor by) {
        access.require(READ);
        return store.list(before == null ? FROM_THE_NEWEST : before, limit).stream()
                .filter(late -> access.may(by, READ, late.subject()))
                .toList();
    }

    /** @throws Refusal 404 for everybody else */
    public LateReport read(UUID id, Actor by) {
        LateReport late = store.find(id).orElseThrow(Refusal::notFound);
        access.require(READ, late.subject());
        journal.append(event("late-report.read", late, by, Map.of()));
        return late;
    }

    static Event event(String act, LateReport late, Actor by, Map<String, String> details) {
        return new Event(act, late.id(), by.officer().id(), Reports.agency(by), "reporting", null, details);
    }
}

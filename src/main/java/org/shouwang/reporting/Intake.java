package org.shouwang.reporting;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Divisions;
import org.shouwang.access.Post;
import org.shouwang.access.Subject;
import org.shouwang.attachment.Attachments;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.NamedPersons;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.person.PersonView;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Filing;
import org.shouwang.workflow.WorkSubject;
import org.shouwang.workflow.Workflow;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What one submission does: facts, sealed reporter, decision, record, process, and the case where the law wants one. */
@Component
class Intake {

    private final ReportStore store;
    private final Reporters reporters;
    private final TrackingCodes codes;
    private final ReportedChild children;
    private final Triage triage;
    private final NamedPersons named;
    private final CaseAtOnce atOnce;
    private final DutyBearers bearers;
    private final LateReports late;
    private final Filing filing;
    private final Workflow workflow;
    private final Attachments attachments;
    private final Divisions divisions;
    private final Journal journal;
    private final Clock clock;
    private final RowIdentity identity;

    Intake(
            ReportStore store,
            Reporters reporters,
            TrackingCodes codes,
            ReportedChild children,
            Triage triage,
            NamedPersons named,
            CaseAtOnce atOnce,
            DutyBearers bearers,
            LateReports late,
            Filing filing,
            Workflow workflow,
            Attachments attachments,
            Divisions divisions,
            Journal journal,
            Clock clock,
            RowIdentity identity) {
        this.store = store;
        this.reporters = reporters;
        this.codes = codes;
        this.children = children;
        this.triage = triage;
        this.named = named;
        this.atOnce = atOnce;
        this.bearers = bearers;
        this.late = late;
        this.filing = filing;
        this.workflow = workflow;
        this.attachments = attachments;
        this.divisions = divisions;
        this.journal = journal;
        this.clock = clock;
        this.identity = identity;
    }

    /**
     * Takes a report in, in the caller's transaction.
     *
     * @throws Refusal 422 naming every wrong field
     */
    UUID receive(ObjectNode answers, int formVersion, Sender sender) {
        filing.check(Reports.FORM, formVersion, answers);
        String division = answers.get("division").asString();
        requireKnown(division);
        UUID id = Ids.next();
        identity.open(id);
        identity.alsoKnownAs(reporters.pseudonym(sender.known()));
        Instant now = clock.instant();
        Triage.Proposal proposal = triage.propose(id, answers, children.age(answers), sender.confidential());
        PersonView child = children.of(answers, division, proposal.restricted());
        ReportView report = insert(id, answers, child, proposal, sender.channel(), now);
        String kind = reporterKind(answers, division);
        store.kind(id, kind);
        reporters.seal(id, division, sender, contact(answers), now);
        // The reporter's own answers stay in the reporter's sealed record; the form's record knows no officer.
        UUID record = filing.store(Reports.FORM, id, answers, division, proposal.sealedClass());
        store.recorded(id, record);
        keepFiles(answers, sender, Subject.of(id, "report", division, proposal.sealedClass()));
        if (proposal.restricted()) {
            named.name(id, division, proposal.nine());
        }
        journal.append(received(id, sender, proposal));
        Optional<CaseView> opened = proposal.atOnce() ? Optional.of(atOnce.open(report, proposal)) : Optional.empty();
        if (proposal.restricted() && proposal.nine()) {
            opened.ifPresent(file -> named.tellPolice(file.id(), division));
        }
        start(report, child, opened.orElse(null), sender.confidential());
        workflow.recorded(id, Reports.FORM, answers);
        workflow.happened(id, "report-received");
        late.look(report, kind, answers, now);
        return id;
    }

    /** Kept as a code beside the lead; in the form's record, which many read, it would point at one school. */
    private @Nullable String reporterKind(ObjectNode answers, String division) {
        JsonNode said = answers.remove("reporterKind");
        if (said == null) {
            return null;
        }
        if (!bearers.isListed(said.asString(), division)) {
            throw Refusal.invalid(List.of(FieldProblem.at("reporterKind", "reporter-kind")));
        }
        return said.asString();
    }

    /** Names no officer who reports; who only hands on is no secret. */
    private static Event received(UUID id, Sender sender, Triage.Proposal proposal) {
        Actor by = sender.by();
        return new Event(
                "report.received",
                id,
                sender.handsOn() ? by.officer().id() : null,
                sender.handsOn() ? by.mainPost().map(Post::agency).orElse(null) : null,
                "reporting",
                null,
                Map.of("route", proposal.route(), "channel", sender.channel()));
    }

    private void keepFiles(ObjectNode answers, Sender sender, Subject report) {
        List<UUID> given =
                Triage.codes(answers, "files").stream().map(UUID::fromString).toList();
        if (!attachments.keepUnnamed(given, reporters.pseudonym(sender.known()), Reports.FORM, report)) {
            throw Refusal.invalid(List.of(FieldProblem.at("files", "file-unknown")));
        }
    }

    private ReportView insert(
            UUID id, ObjectNode answers, PersonView child, Triage.Proposal proposal, String channel, Instant now) {
        ReportView report = new ReportView(
                id,
                store.nextNumber(),
                answers.get("division").asString(),
                proposal.sealedClass(),
                "received",
                channel,
                proposal.route(),
                answers.get("danger").asString(),
                answers.path("insider").asString("no"),
                Triage.codes(answers, "situations"),
                Triage.codes(answers, "worries"),
                child.id(),
                proposal.grade(),
                proposal.decision(),
                null,
                null,
                null,
                now,
                null);
        store.insert(report, codes.index(codes.of(id)));
        return report;
    }

    private void start(ReportView report, PersonView child, @Nullable CaseView opened, boolean confidential) {
        workflow.start(
                "report-intake",
                new WorkSubject(
                        report.id(),
                        "report",
                        report.number(),
                        child.name(),
                        report.division(),
                        report.sealedClass(),
                        report.grade(),
                        "reporting"),
                Map.of(
                        "callBack", !confidential,
                        "reportId", report.id().toString(),
                        "division", report.division(),
                        "danger", report.danger(),
                        "nine", !report.situations().isEmpty(),
                        "insider", report.insider(),
                        "route", report.route(),
                        "opened", opened != null,
                        "lead", report.route().equals("township") ? "township" : "county"));
    }

    private void requireKnown(String division) {
        // Where no county is above, nobody would hold the task: the report would lie in no inbox.
        if (divisions.upwards(division).stream().noneMatch(each -> each.level().equals("county"))) {
            throw Refusal.invalid(List.of(FieldProblem.at("division", "unknown-division")));
        }
    }

    private static ObjectNode contact(ObjectNode answers) {
        ObjectNode contact = answers.objectNode();
        for (String field : List.of("contactPhone", "contactNote", "policeCaller", "toldWhom")) {
            if (answers.has(field)) {
                contact.set(field, answers.remove(field));
            }
        }
        return contact;
    }
}

package org.shouwang.reporting;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Post;
import org.shouwang.access.Subject;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens who reported (未成年人保护法 第十一条: 保密), for the two roles that may, on a ground, once a time: every opening
 * is in the journal, and the auditor reads which there were.
 */
@Service
@Transactional
public class ReporterOpenings {

    /** Longest reason, in characters. */
    public static final int LONGEST = 500;

    private static final String ACT = "reporter.open";
    private static final String PLACE = "reporter_opening.reason";

    private final ReportStore reports;
    private final Reporters reporters;
    private final Access access;
    private final Catalogues catalogues;
    private final Secrecy secrecy;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final RowIdentity identity;
    private final Clock clock;

    ReporterOpenings(
            ReportStore reports,
            Reporters reporters,
            Access access,
            Catalogues catalogues,
            Secrecy secrecy,
            JdbcClient jdbc,
            Journal journal,
            RowIdentity identity,
            Clock clock) {
        this.reports = reports;
        this.reporters = reporters;
        this.access = access;
        this.catalogues = catalogues;
        this.secrecy = secrecy;
        this.jdbc = jdbc;
        this.journal = journal;
        this.identity = identity;
        this.clock = clock;
    }

    /**
     * The reports of a case whose reporter this officer may open.
     *
     * @throws Refusal 403 where that is none, 404 where the case has none within reach
     */
    @Transactional(readOnly = true)
    public List<ReportView> openable(UUID caseId) {
        List<ReportView> ofCase = reports.ofCase(caseId);
        if (ofCase.isEmpty()) {
            throw Refusal.notFound();
        }
        ofCase.forEach(report -> access.require(ACT, subject(report)));
        return ofCase;
    }

    /**
     * Shows who sent a report.
     *
     * @param ground code of {@code REPORTER_GROUND}
     * @throws Refusal 404 where the report is not within reach, 403 where its reporter is not, 422 without ground or
     *     reason
     */
    public ReporterIdentity open(UUID report, String ground, String reason, Actor by) {
        ReportView found = reports.find(report).orElseThrow(Refusal::notFound);
        access.require(ACT, subject(found));
        String words = checked(ground, reason);
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into reporter_opening (id, report_id, officer_id, ground, reason, at, division, sealed_class)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        report,
                        by.officer().id(),
                        ground,
                        secrecy.seal(PLACE, id, words),
                        ReportStore.at(clock.instant()),
                        found.division(),
                        found.sealedClass())
                .update();
        UUID agency = by.mainPost().map(Post::agency).orElse(null);
        journal.append(new Event(
                "reporter.opened", report, by.officer().id(), agency, null, id.toString(), Map.of("ground", ground)));
        identity.open(report);
        return identity.as(RowService.REPORTER, () -> reporters.open(report));
    }

    private String checked(String ground, String reason) {
        if (catalogues.current().codes().find("REPORTER_GROUND").stream().noneMatch(list -> list.items().stream()
                .anyMatch(item -> item.key().equals(ground)))) {
            throw Refusal.invalid(List.of(FieldProblem.at("ground", "reporter-ground")));
        }
        String words = reason.strip();
        if (words.isEmpty()) {
            throw Refusal.invalid(List.of(FieldProblem.at("reason", "reporter-reason")));
        }
        if (words.codePointCount(0, words.length()) > LONGEST) {
            throw Refusal.invalid(List.of(FieldProblem.at("reason", "reporter-reason-long", LONGEST)));
        }
        return words;
    }

    private static Subject subject(ReportView report) {
        return Subject.of(report.id(), "report", report.division(), report.sealedClass());
    }
}

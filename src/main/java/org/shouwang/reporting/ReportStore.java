package org.shouwang.reporting;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of reports. */
@Component
@Transactional
class ReportStore {

    private static final String SELECT = """
            select report.id, number, report.division, report.sealed_class, state, channel, route, danger, insider, situations,
                   worries, child, grade, decision, record_id, case_id, referred_to, received_at, done_at
            from report
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReportStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Numbers of reports may have gaps, unlike those of cases: a counter row would make every report wait in line. */
    String nextNumber() {
        long number =
                jdbc.sql("select nextval('report_number')").query(Long.class).single();
        return "%d-%05d".formatted(LocalDate.now(clock).getYear(), number);
    }

    void insert(ReportView report, byte[] tracking) {
        jdbc.sql("""
                        insert into report (id, number, division, sealed_class, state, channel, route, danger, insider,
                            situations, worries, child, grade, decision, tracking, received_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        report.id(),
                        report.number(),
                        report.division(),
                        report.sealedClass(),
                        report.state(),
                        report.channel(),
                        report.route(),
                        report.danger(),
                        report.insider(),
                        report.situations().toArray(String[]::new),
                        report.worries().toArray(String[]::new),
                        report.child(),
                        report.grade(),
                        report.decision(),
                        tracking,
                        at(report.receivedAt()))
                .update();
    }

    void recorded(UUID report, UUID record) {
        jdbc.sql("update report set record_id = ? where id = ?")
                .params(record, report)
                .update();
    }

    /** Thanks whoever sent this report, or those of a case that came from such a unit; false where there is none. */
    boolean thanked(@Nullable UUID report, @Nullable UUID caseId, String reporterKind) {
        return jdbc.sql("update report set thanked_at = ? where id = ? or case_id = ? and reporter_kind = ?")
                        .params(Arrays.asList(at(clock.instant()), report, caseId, reporterKind))
                        .update()
                > 0;
    }

    /** Whether whoever reported was thanked for a report that came late. */
    boolean isThanked(UUID report) {
        return jdbc.sql("select thanked_at is not null from report where id = ?")
                .param(report)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void kind(UUID report, @Nullable String reporterKind) {
        jdbc.sql("update report set reporter_kind = ? where id = ?")
                .params(Arrays.asList(reporterKind, report))
                .update();
    }

    Optional<ReportView> findByNumber(String number) {
        return jdbc.sql(SELECT + "where number = ?")
                .param(number)
                .query(ReportView.class)
                .optional();
    }

    void belongsTo(UUID report, UUID caseId) {
        jdbc.sql("update report set case_id = ? where id = ?")
                .params(caseId, report)
                .update();
    }

    void ended(UUID report, String state, @Nullable String referredTo) {
        jdbc.sql("update report set state = ?, referred_to = ? where id = ?")
                .params(Arrays.asList(state, referredTo, report))
                .update();
    }

    void done(UUID report, Instant at) {
        jdbc.sql("update report set done_at = ? where id = ? and done_at is null")
                .params(at(at), report)
                .update();
    }

    Optional<ReportView> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(ReportView.class)
                .optional();
    }

    /** Several, the newest first. */
    List<ReportView> find(Collection<UUID> ids) {
        return jdbc.sql(SELECT + "where id = any(?) order by received_at desc, id desc")
                .param(ids.toArray(UUID[]::new))
                .query(ReportView.class)
                .list();
    }

    Optional<ReportView> findByTracking(byte[] tracking) {
        return jdbc.sql(SELECT + "where tracking = ?")
                .param(tracking)
                .query(ReportView.class)
                .optional();
    }

    List<ReportView> ofCase(UUID caseId) {
        return jdbc.sql(SELECT + "where case_id = ? order by received_at limit 100")
                .param(caseId)
                .query(ReportView.class)
                .list();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

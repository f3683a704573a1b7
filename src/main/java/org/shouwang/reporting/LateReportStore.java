package org.shouwang.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of the late reports under review. */
@Component
@Transactional
class LateReportStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    LateReportStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(LateReport late, @Nullable UUID officer) {
        jdbc.sql("""
                        insert into late_report (id, number, report_id, case_id, unit_kind, known_at, reported_at, ground,
                                                 opened_by, opened_at, division)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        late.id(),
                        late.number(),
                        late.report(),
                        late.caseId(),
                        late.unitKind(),
                        at(late.knownAt()),
                        late.reportedAt() == null ? null : at(late.reportedAt()),
                        late.ground(),
                        officer,
                        at(late.openedAt()),
                        late.division()))
                .update();
    }

    Optional<LateReport> find(UUID id) {
        return jdbc.sql("select * from late_report where id = ?")
                .param(id)
                .query((row, at) -> late(row))
                .optional();
    }

    /** Whether one about this report and kind of unit is there already. */
    boolean isKnown(@Nullable UUID report, @Nullable UUID caseId, String unitKind) {
        return jdbc.sql("""
                        select exists (select from late_report where report_id is not distinct from ?
                                         and case_id is not distinct from ? and unit_kind = ?)""")
                .params(Arrays.asList(report, caseId, unitKind))
                .query(Boolean.class)
                .single();
    }

    /** The latest first, from before {@code before} on. */
    List<LateReport> list(UUID before, int limit) {
        return jdbc.sql("select * from late_report where id < ? order by id desc limit ?")
                .params(before, limit)
                .query((row, at) -> late(row))
                .list();
    }

    void thanked(UUID id) {
        jdbc.sql("update late_report set thanked_at = ? where id = ?")
                .params(at(clock.instant()), id)
                .update();
    }

    void decided(UUID id, String state, @Nullable String organ, @Nullable UUID recipient, UUID officer) {
        jdbc.sql("""
                        update late_report set state = ?, organ = ?, recipient = ?, decided_by = ?, decided_at = ?
                        where id = ?""")
                .params(Arrays.asList(state, organ, recipient, officer, at(clock.instant()), id))
                .update();
    }

    void told(UUID id, byte[] sealed) {
        jdbc.sql("update late_report set told = ? where id = ?")
                .params(sealed, id)
                .update();
    }

    /** The words to the superior authority, as ciphertext. */
    Optional<byte[]> told(UUID id) {
        return jdbc.sql("select told from late_report where id = ? and told is not null")
                .param(id)
                .query(byte[].class)
                .optional();
    }

    void answered(UUID id) {
        jdbc.sql("update late_report set state = 'answered', answered_at = ? where id = ?")
                .params(at(clock.instant()), id)
                .update();
    }

    private static LateReport late(ResultSet row) throws SQLException {
        return new LateReport(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getObject("report_id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getString("unit_kind"),
                row.getObject("known_at", OffsetDateTime.class).toInstant(),
                instant(row, "reported_at"),
                row.getString("ground"),
                row.getString("state"),
                instant(row, "thanked_at"),
                instant(row, "decided_at"),
                row.getString("organ"),
                row.getObject("recipient", UUID.class),
                instant(row, "answered_at"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getString("division"));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

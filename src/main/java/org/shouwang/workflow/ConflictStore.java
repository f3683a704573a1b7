package org.shouwang.workflow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.shouwang.access.Actor;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.web.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why officers are kept off, in their own words, sealed. */
@Component
@Transactional
class ConflictStore {

    private static final String REASON = "conflict_of_interest.reason";
    private static final String LIFTED = "conflict_of_interest.lifted_reason";

    private final JdbcClient jdbc;
    private final Secrecy secrecy;
    private final Clock clock;

    ConflictStore(JdbcClient jdbc, Secrecy secrecy, Clock clock) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
        this.clock = clock;
    }

    void insert(WorkSubject subject, UUID officer, String ground, String reason, Actor by) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into conflict_of_interest (id, subject_id, officer_id, ground, reason, declared_by, at,
                                                          division, sealed_class)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        subject.id(),
                        officer,
                        ground,
                        secrecy.seal(REASON, id, reason),
                        by.officer().id(),
                        now(),
                        subject.division(),
                        subject.sealedClass())
                .update();
    }

    /** Those in force on any of these subjects, the latest first. */
    List<Conflict> running(Collection<UUID> subjects) {
        return jdbc.sql("""
                        select id, officer_id, ground, reason, declared_by, at from conflict_of_interest
                        where subject_id = any(?) and lifted_at is null order by at desc limit 100""")
                .param(subjects.toArray(UUID[]::new))
                .query((row, at) -> conflict(row))
                .list();
    }

    void lift(Collection<UUID> subjects, UUID officer, String reason, Actor by) {
        List<UUID> found = jdbc.sql("""
                        select id from conflict_of_interest
                        where subject_id = any(?) and officer_id = ? and lifted_at is null""")
                .params(subjects.toArray(UUID[]::new), officer)
                .query(UUID.class)
                .list();
        found.forEach(id -> jdbc.sql(
                        "update conflict_of_interest set lifted_by = ?, lifted_at = ?, lifted_reason = ? where id = ?")
                .params(by.officer().id(), now(), secrecy.seal(LIFTED, id, reason), id)
                .update());
    }

    private Conflict conflict(ResultSet row) throws SQLException {
        return new Conflict(
                row.getObject("officer_id", UUID.class),
                row.getString("ground"),
                secrecy.open(REASON, row.getObject("id", UUID.class), row.getBytes("reason")),
                row.getObject("declared_by", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

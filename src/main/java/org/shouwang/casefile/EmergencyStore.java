package org.shouwang.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Emergency;
import org.shouwang.access.Subject;
import org.shouwang.secrecy.Secrecy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Emergency accesses, each with its reason sealed and what came of its review. */
@Component
@Transactional
class EmergencyStore {

    private static final String REASON = "emergency_access.reason";

    private final JdbcClient jdbc;
    private final Secrecy secrecy;
    private final Clock clock;

    EmergencyStore(JdbcClient jdbc, Secrecy secrecy, Clock clock) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
        this.clock = clock;
    }

    /** As its review sees it. */
    record Opening(UUID id, UUID caseId, UUID officer, String ground, String reason, Instant since, Instant until) {}

    /** @param organ which unit asked, for what is opened at somebody's asking; code of {@code ORGAN} */
    void insert(Emergency emergency, Subject of, @Nullable String organ, String reason, Actor by) {
        jdbc.sql("""
                        insert into emergency_access (id, case_id, officer_id, ground, reason, since, until,
                                                      division, sealed_class, kind, organ)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        emergency.id(),
                        of.id(),
                        by.officer().id(),
                        emergency.ground(),
                        secrecy.seal(REASON, emergency.id(), reason),
                        CaseStore.at(clock.instant()),
                        CaseStore.at(emergency.until()),
                        of.division(),
                        of.sealedClass(),
                        emergency.kind(),
                        organ))
                .update();
    }

    void reviewedIn(UUID id, String instance) {
        jdbc.sql("update emergency_access set review_instance = ? where id = ?")
                .params(instance, id)
                .update();
    }

    Optional<Opening> reviewedIn(String instance) {
        return jdbc.sql("""
                        select id, case_id, officer_id, ground, reason, since, until
                        from emergency_access where review_instance = ?""").param(instance).query((row, at) -> opening(row)).optional();
    }

    void reviewed(UUID id, String outcome, Actor by) {
        jdbc.sql("update emergency_access set outcome = ?, reviewed_by = ?, reviewed_at = ? where id = ?")
                .params(outcome, by.officer().id(), clock.instant().atOffset(ZoneOffset.UTC), id)
                .update();
    }

    private Opening opening(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Opening(
                id,
                row.getObject("case_id", UUID.class),
                row.getObject("officer_id", UUID.class),
                row.getString("ground"),
                secrecy.open(REASON, id, row.getBytes("reason")),
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant());
    }
}

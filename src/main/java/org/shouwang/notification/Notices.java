package org.shouwang.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.web.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells officers, inside the product, that something waits for them; never about whom. */
@Service
@Transactional
public class Notices {

    /** All there is to tell; for each the county writes a sentence. */
    public static final Set<String> CODES = Set.of(
            "task-new",
            "clock-warning",
            "clock-late",
            "clock-escalated",
            "clock-external",
            "duty-call",
            "case-named",
            "emergency-opened",
            "mass-reading",
            "delegation",
            "retention-due",
            "consent-ends",
            "supervision-asked",
            "supervision-answered",
            "referral-sent",
            "referral-answered",
            "referral-recalled");

    private static final UUID FIRST_PAGE = new UUID(-1L, -1L);

    private final JdbcClient database;
    private final Clock clock;

    Notices(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Leaves a notice, also for whoever stands in for the officer during leave; not for one who is kept off the subject,
     * who is to learn nothing of it.
     *
     * @param code one of {@link #CODES}; the sentence takes no arguments, so it cannot name anyone
     * @param link a path of this product, with ids only
     */
    @Transactional
    public void tell(UUID officer, String code, @Nullable UUID subject, String link) {
        tell(Set.of(officer), code, subject, link);
    }

    /** As {@link #tell(UUID, String, UUID, String)}, each of them once. */
    @Transactional
    public void tell(Collection<UUID> officers, String code, @Nullable UUID subject, String link) {
        if (!CODES.contains(code)) {
            throw new IllegalArgumentException("no notice " + code);
        }
        hearers(officers).forEach(officer -> leave(officer, code, subject, link));
    }

    private List<UUID> hearers(Collection<UUID> officers) {
        return database.sql("""
                        select unnest(:officers) union
                        select deputy_id from delegation
                        where officer_id = any(:officers) and declared_by = officer_id and ended_at is null
                          and :today between valid_from and valid_until""")
                .param("officers", officers.toArray(UUID[]::new))
                .param("today", LocalDate.now(clock))
                .query(UUID.class)
                .list();
    }

    private void leave(UUID officer, String code, @Nullable UUID subject, String link) {
        database.sql("insert into notice (id, officer_id, code, subject_id, link, at)"
                        + " select :id, :officer, :code, cast(:subject as uuid), :link, :at where not exists ("
                        + " select from participation where subject_id = cast(:subject as uuid)"
                        + " and officer_id = :officer and part = 'barred' and until is null)")
                .param("id", Ids.next())
                .param("officer", officer)
                .param("code", code)
                .param("subject", subject, Types.OTHER)
                .param("link", link)
                .param("at", now())
                .update();
    }

    /** How many the officer has not seen; counts at most a hundred, which a page shows as 99+. */
    @Transactional(readOnly = true)
    public int unread(UUID officer) {
        return database.sql("select count(*) from (select from notice"
                        + " where officer_id = :officer and read_at is null limit 100) unseen")
                .param("officer", officer)
                .query(Integer.class)
                .single();
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Notice> latest(UUID officer, int limit) {
        return before(officer, FIRST_PAGE, limit);
    }

    /** Those before {@code id}, the newest first. */
    @Transactional(readOnly = true)
    public List<Notice> before(UUID officer, UUID id, int limit) {
        return database.sql("select id, code, subject_id, link, at, read_at from notice"
                        + " where officer_id = :officer and id < :before order by id desc limit :limit")
                .param("officer", officer)
                .param("before", id)
                .param("limit", limit)
                .query(Notices::notice)
                .list();
    }

    /** Marks one as seen and says where it leads; another officer's notice is not there. */
    @Transactional
    public Optional<String> follow(UUID officer, UUID id) {
        return database.sql("update notice set read_at = coalesce(read_at, :now)"
                        + " where id = :id and officer_id = :officer returning link")
                .param("now", now())
                .param("id", id)
                .param("officer", officer)
                .query(String.class)
                .optional();
    }

    @Transactional
    public void readAll(UUID officer) {
        database.sql("update notice set read_at = :now where officer_id = :officer and read_at is null")
                .param("now", now())
                .param("officer", officer)
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Notice notice(ResultSet row, int number) throws SQLException {
        OffsetDateTime readAt = row.getObject("read_at", OffsetDateTime.class);
        Instant read = readAt == null ? null : readAt.toInstant();
        return new Notice(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getObject("subject_id", UUID.class),
                row.getString("link"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                read);
    }
}

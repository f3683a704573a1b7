package org.shouwang.officers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.web.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of officers and their posts. */
@Component
@Transactional
class OfficerStore {

    static final String LOGIN = """
            case when officer.username like 'service-account-%' then 'PROGRAM'
                 when exists (select from login_work where officer_id = officer.id and state = 'dead') then 'FAILED'
                 when exists (select from login_account where officer_id = officer.id and synced_at is not null)
                      and not exists (select from login_work where officer_id = officer.id) then 'SYNCED'
                 else 'WAITING' end login""";

    private static final String ONE =
            "select id, username, name, phone, active, " + LOGIN + " from officer where id = ?";
    private static final String POSTS = """
            select post.id, post.role, agency.id agency, agency.name agency_name, post.division,
                   division.name division_name, post.valid_from "from", post.valid_until until, post.rank
            from post join agency on agency.id = post.agency_id join division on division.code = post.division
            where post.officer_id = :officer
            order by coalesce(post.valid_until < :today, false), post.rank, post.valid_from desc, post.id""";

    private final JdbcClient jdbc;
    private final Secrecy secrecy;
    private final Clock clock;

    OfficerStore(JdbcClient jdbc, Secrecy secrecy, Clock clock) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
        this.clock = clock;
    }

    Optional<OfficerFile> find(UUID officer) {
        return one(ONE, officer);
    }

    /** As {@link #find}, held until the transaction ends. */
    Optional<OfficerFile> lock(UUID officer) {
        return one(ONE + " for update of officer", officer);
    }

    private Optional<OfficerFile> one(String sql, UUID officer) {
        List<PostRow> posts = jdbc.sql(POSTS)
                .param("officer", officer)
                .param("today", LocalDate.now(clock))
                .query(PostRow.class)
                .list();
        return jdbc.sql(sql)
                .param(officer)
                .query((row, number) -> file(row, posts))
                .optional();
    }

    private OfficerFile file(ResultSet row, List<PostRow> posts) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte @Nullable [] phone = row.getBytes("phone");
        return new OfficerFile(
                id,
                row.getString("username"),
                row.getString("name"),
                phone == null ? null : secrecy.open("officer.phone", id, phone),
                row.getBoolean("active"),
                LoginState.valueOf(row.getString("login")),
                posts);
    }

    boolean isTaken(String username) {
        return jdbc.sql("select exists (select from officer where username = ?)")
                .param(username)
                .query(Boolean.class)
                .single();
    }

    UUID insert(String username, String name, String phone) {
        UUID id = Ids.next();
        jdbc.sql("insert into officer (id, username, name, phone) values (?, ?, ?, ?)")
                .params(id, username, name, secrecy.seal("officer.phone", id, phone))
                .update();
        return id;
    }

    void setActive(UUID officer, boolean active) {
        jdbc.sql("update officer set active = ? where id = ?")
                .params(active, officer)
                .update();
    }
}

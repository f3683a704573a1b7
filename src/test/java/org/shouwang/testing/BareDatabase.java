package org.shouwang.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** PostgreSQL with the migrations and the three logins, and no application around it: for tests of one room's SQL. */
public final class BareDatabase {

    private static final String EVERYWHERE = Stream.of(
                    "officer=nobody",
                    "parties={}",
                    "posts={}",
                    "work_open={[000000000000,999999999999]}",
                    "work_restricted={[000000000000,999999999999]}",
                    "people={[000000000000,999999999999]}",
                    "board={}",
                    "merges={}",
                    "merges_restricted={}",
                    "barred={}",
                    "self={}",
                    "opened={}",
                    "unsealed={}")
            .map(setting -> "-c app." + setting)
            .collect(Collectors.joining(" "));

    private static final BareDatabase ONLY = new BareDatabase();

    private final EmbeddedPostgres server;

    private BareDatabase() {
        try {
            server = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("encoding", "UTF8")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JdbcTemplate superuser = new JdbcTemplate(superuser());
        superuser.execute("create role shouwang_owner login; create role shouwang_app login;"
                + " create role shouwang_reader login");
        superuser.execute("grant all on schema public to shouwang_owner");
        superuser.execute("grant create on database postgres to shouwang_owner");
        Flyway.configure().dataSource(as("shouwang_owner")).load().migrate();
    }

    public static BareDatabase get() {
        return ONLY;
    }

    /** As the application logs in, for an officer who reaches every place, without transactions that say so. */
    public DataSource app() {
        return app("register");
    }

    /** As {@link #app()}, for work a service does. */
    public DataSource app(String service) {
        PGSimpleDataSource source = as("shouwang_app");
        source.setOptions(EVERYWHERE + " -c app.service=" + service);
        return source;
    }

    /** As the application logs in, for whoever goes by these ids and has been opened what goes by them. */
    public DataSource app(UUID... own) {
        String ids = Arrays.stream(own).map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
        PGSimpleDataSource source = as("shouwang_app");
        source.setOptions(EVERYWHERE + " -c app.service=none -c app.self=" + ids + " -c app.opened=" + ids);
        return source;
    }

    /** A case that is there for others to hang on; gives its id. */
    public UUID subject() {
        UUID id = UUID.randomUUID();
        new JdbcTemplate(superuser())
                .update(
                        "insert into work_subject (id, kind, number, title, division) values (?, 'case', ?, '某人', '450223102901')",
                        id,
                        id.toString());
        return id;
    }

    /** As the application logs in, with no identity but what a transaction sets. */
    public DataSource bare() {
        return as("shouwang_app");
    }

    public DataSource superuser() {
        return as("postgres");
    }

    private PGSimpleDataSource as(String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.getJdbcUrl(user, "postgres"));
        source.setUser(user);
        return source;
    }
}

package org.shouwang.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** PostgreSQL with the migrations and the three logins, and no application around it: for tests of one room's SQL. */
public final class BareDatabase {

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
        Flyway.configure().dataSource(as("shouwang_owner")).load().migrate();
    }

    public static BareDatabase get() {
        return ONLY;
    }

    /** As the application logs in. */
    public DataSource app() {
        return as("shouwang_app");
    }

    public DataSource superuser() {
        return as("postgres");
    }

    private DataSource as(String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.getJdbcUrl(user, "postgres"));
        source.setUser(user);
        return source;
    }
}

package org.shouwang.launch;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refuses to start when the application's own login could step over row-level security or rewrite the journal: as
 * superuser, past the policies, or as owner of a table.
 */
@Component
class ApplicationLogin implements SmartInitializingSingleton {

    private final JdbcClient jdbc;

    ApplicationLogin(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Rights rights = rights();
        if (rights.superuser()) {
            refuse(rights, "is a superuser");
        }
        if (rights.bypass()) {
            refuse(rights, "bypasses row-level security");
        }
        if (rights.owner()) {
            refuse(rights, "owns tables, or belongs to a role that owns them");
        }
    }

    private Rights rights() {
        return jdbc.sql("""
                        select rolname as login, rolsuper as superuser, rolbypassrls as bypass,
                               exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                                        where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema$)'
                                          and pg_has_role(current_user, c.relowner, 'member')) as owner
                          from pg_roles where rolname = current_user
                        """).query(Rights.class).single();
    }

    private static void refuse(Rights rights, String fault) {
        throw new LaunchRefused(
                "The database login '" + rights.login() + "' " + fault + ".",
                "Run the application as shouwang_app (SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD) and the"
                        + " migrations as shouwang_owner (SPRING_FLYWAY_URL, SPRING_FLYWAY_USER,"
                        + " SPRING_FLYWAY_PASSWORD).");
    }

    record Rights(String login, boolean superuser, boolean bypass, boolean owner) {}
}

package org.shouwang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flowable.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Tokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything is up, and under the right logins. */
@ShouwangTest
class FirstLightIT {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ManagementService engine;

    @Test
    void theApplicationWorksAsALoginThatOwnsNothing() {
        assertThat(jdbc.sql("select current_user").query(String.class).single()).isEqualTo("shouwang_app");
        List<String> owned = jdbc.sql(
                        "select relname from pg_class where pg_has_role(current_user, relowner, 'member')")
                .query(String.class)
                .list();
        assertThat(owned).isEmpty();
    }

    @Test
    void theApplicationCannotMakeTables() {
        assertThat(jdbc.sql("select has_schema_privilege('public', 'create')")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void theReaderReadsNothingUntilItIsGranted() {
        List<String> readable = jdbc.sql("""
                        select relname from pg_class
                         where relkind = 'r' and relnamespace = 'public'::regnamespace
                           and has_table_privilege('shouwang_reader', oid, 'select')
                        """).query(String.class).list();
        assertThat(readable).isEmpty();
    }

    @Test
    void nobodyGetsInWithoutAPassword() throws SQLException {
        DataSource superuser = TestParts.running().postgres().superuser("shouwang");
        try (var connection = superuser.getConnection();
                var rules = connection.createStatement().executeQuery("select auth_method from pg_hba_file_rules")) {
            while (rules.next()) {
                assertThat(rules.getString(1)).isEqualTo("scram-sha-256");
            }
        }
    }

    @Test
    void theEngineRunsOnTablesItDidNotMake() {
        assertThat(engine.getProperties()).containsEntry("schema.version", "8.0.0.0");
    }

    @Test
    void keycloakKnowsTheDemosPeople() {
        assertThat(Tokens.of("director")).isNotBlank();
    }
}

package org.shouwang.workflow.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Makes the engine's tables with the scripts of the engine itself, run by the owner: the application's login has no
 * right to. An upgrade of Flowable adds a migration of its own that runs the engine's upgrade steps where
 * {@code act_ge_property} still names the older version.
 */
@Component
class FlowableTables implements JavaMigration {

    private static final List<String> SCRIPTS = List.of(
            "org/flowable/common/db/create/flowable.postgres.create.common.sql",
            "org/flowable/db/create/flowable.postgres.create.engine.sql",
            "org/flowable/db/create/flowable.postgres.create.history.sql");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("202611230060");
    }

    @Override
    public String getDescription() {
        return "workflow  flowable 8.0.0";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws IOException, SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            for (String script : SCRIPTS) {
                statement.execute(new ClassPathResource(script).getContentAsString(StandardCharsets.UTF_8));
            }
        }
    }
}

package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.launch.FileTree;
import org.shouwang.launch.LocalPostgres;
import org.shouwang.launch.Secrets;
import org.shouwang.testing.PackedApplication;
import org.shouwang.testing.TestParts;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The application is killed while people send reports, again and again, at moments a seed decides. What was
 * acknowledged is there; what was not, its sender sends again with the same key; nothing is there twice.
 */
class CrashStory {

    private static final int ROUNDS = Integer.getInteger("shouwang.crash.rounds", 5);
    private static final long SEED = Long.getLong("shouwang.crash.seed", 20261123);
    private static final int LOAD_MILLIS = 4000;
    private static final Path FOLDER = Path.of("target", "crash").toAbsolutePath();

    private LocalPostgres postgres;
    private JdbcClient database;
    private Map<String, Object> settings;

    @BeforeEach
    void aDatabaseThatForgetsNothing() throws IOException {
        LocalPostgres.endOrphan(FOLDER.resolve("postgres"));
        FileTree.delete(FOLDER);
        postgres = LocalPostgres.start(FOLDER.resolve("postgres"), new Secrets(FOLDER.resolve("secrets")), true);
        database = JdbcClient.create(postgres.superuser("shouwang"));
        TestParts.running().issuer(); // waits for Keycloak
        settings = new HashMap<>(TestParts.running().settings());
        settings.putAll(postgres.settings());
        settings.put("server.port", PackedApplication.freePort());
        settings.put("shouwang.data", FOLDER.resolve("data").toString());
    }

    @AfterEach
    void end() {
        postgres.close();
    }

    @Test
    void losesNothingAndDoublesNothing() throws InterruptedException {
        Random random = new Random(SEED);
        Senders senders = new Senders("http://localhost:" + settings.get("server.port"));
        for (int round = 0; round < ROUNDS; round++) {
            PackedApplication application =
                    PackedApplication.start(FOLDER, settings).ready();
            try {
                senders.sendAgain();
                senders.begin();
                Thread.sleep(random.nextInt(LOAD_MILLIS)); // the moment of death
            } finally {
                application.kill();
            }
            senders.stop();
        }
        try (PackedApplication application =
                PackedApplication.start(FOLDER, settings).ready()) {
            senders.sendAgain();
            assertThat(senders.acknowledged()).hasSizeGreaterThan(ROUNDS);
            eachReportIsThereOnce(senders);
            nothingIsStuck();
        }
        PackedApplication verifier = PackedApplication.start(FOLDER, settings, "--shouwang.verify-journal");
        assertThat(verifier.end()).isZero();
        assertThat(verifier.output()).contains("WHOLE: ").doesNotContain("NOT WHOLE");
    }

    private void eachReportIsThereOnce(Senders senders) {
        assertThat(database.sql("show fsync").query(String.class).single()).isEqualTo("on");
        assertThat(database.sql("select id::text from report")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(senders.acknowledged());
        assertThat(database.sql("""
                        select subject_id::text from inbox_task
                        where process = 'report-intake' and state = 'open'""").query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(senders.acknowledged());
        assertThat(database.sql("""
                        select business_key_ from act_ru_execution
                        where parent_id_ is null and proc_def_id_ like 'report-intake:%'""").query(String.class).list())
                .containsExactlyInAnyOrderElementsOf(senders.acknowledged());
    }

    /** What the dead left locked comes free within a minute; nothing was given up. */
    private void nothingIsStuck() {
        await().atMost(Duration.ofSeconds(90))
                .until(() -> database.sql("""
                                select count(*) from (
                                  select lock_exp_time_ from act_ru_job union all
                                  select lock_exp_time_ from act_ru_timer_job) job
                                where lock_exp_time_ < now()""").query(Long.class).single() == 0);
        assertThat(database.sql("select count(*) from act_ru_deadletter_job")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}

package org.shouwang.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.shouwang.launch.FileTree;
import org.shouwang.launch.KeycloakPlace;
import org.shouwang.launch.LocalKeycloak;
import org.shouwang.launch.LocalPostgres;
import org.shouwang.launch.Secrets;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The database and the Keycloak of this test run, started when the first test needs them and kept to the end. They
 * start from a seed, so that only the first run on a machine waits for Keycloak to make its tables and take in the
 * realm.
 */
public final class TestParts {

    private static final Path RUN = Path.of("target", "it").toAbsolutePath();
    private static final int PATIENCE_MINUTES = 5;
    private static @Nullable TestParts running;

    private final LocalPostgres postgres;
    private final LocalKeycloak keycloak;
    private final int port;

    private TestParts(LocalPostgres postgres, LocalKeycloak keycloak, int port) {
        this.postgres = postgres;
        this.keycloak = keycloak;
        this.port = port;
    }

    /** The parts of this run; Keycloak may still be starting, {@link #issuer} waits for it. */
    public static synchronized TestParts running() {
        if (running == null) {
            running = start();
            // After every context is closed: nobody asks the database any more.
            SpringApplication.getShutdownHandlers().add(running::close);
        }
        return running;
    }

    private static TestParts start() {
        try {
            int port = freePort();
            KeycloakPlace place = new KeycloakPlace(TestSeed.dist(), RUN.resolve("keycloak"), freePort(), port);
            Path database = RUN.resolve("postgres");
            LocalKeycloak.endOrphan(place);
            LocalPostgres.endOrphan(database);
            FileTree.delete(RUN);
            Files.createDirectories(RUN);
            FileTree.copy(TestSeed.make(), RUN.resolve("seed"));
            Files.move(RUN.resolve("seed/postgres"), database);
            Secrets secrets = secrets();
            LocalPostgres postgres = LocalPostgres.start(database, secrets, false);
            return new TestParts(postgres, LocalKeycloak.start(place, postgres, secrets), port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The application's database as a superuser sees it: what a test counts must not depend on who looks. */
    public static JdbcClient everything() {
        return JdbcClient.create(running().postgres.superuser("shouwang"));
    }

    /** What opens the parts of this run. */
    public static Secrets secrets() {
        return new Secrets(RUN.resolve("seed/secrets"));
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Where the application under test answers. */
    public String address() {
        return "http://localhost:" + port;
    }

    public LocalPostgres postgres() {
        return postgres;
    }

    /** The realm's address, once people can log in there. */
    public String issuer() {
        keycloak.ready().orTimeout(PATIENCE_MINUTES, TimeUnit.MINUTES).join();
        return keycloak.issuer();
    }

    /** What an application must be told to run on these parts. */
    public Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(postgres.settings());
        settings.putAll(keycloak.settings());
        settings.put("server.port", port);
        // All tests share the demo's people, who together open more in minutes than anybody does in an hour.
        settings.put("shouwang.limits.reading-an-hour", 5000);
        settings.put("shouwang.adulthood.look-every", "PT5S");
        settings.put("shouwang.data", RUN.resolve("data").toString());
        return settings;
    }

    private void close() {
        keycloak.close();
        postgres.close();
    }

    /** Leads the application under test to the parts. */
    static final class Settings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("test parts", running().settings()));
        }
    }
}

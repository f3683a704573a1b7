package org.shouwang.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A PostgreSQL of our own for a first run and for tests. It lives in one folder and survives {@code kill -9} of itself
 * and of the application.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ANY_PORT = 0;

    private final Path directory;
    private final Secrets secrets;
    private final EmbeddedPostgres.Builder builder;
    private volatile EmbeddedPostgres server;
    private boolean closed;

    private LocalPostgres(Path directory, Secrets secrets, EmbeddedPostgres.Builder builder) throws IOException {
        this.directory = directory;
        this.secrets = secrets;
        this.builder = builder;
        this.server = builder.start();
        builder.setPort(server.getPort());
    }

    /**
     * Starts the server on {@code directory} and makes sure of roles and databases.
     *
     * @param durable false only where the data may be lost with the machine: in tests
     */
    public static LocalPostgres start(Path directory, Secrets secrets, boolean durable) {
        return start(directory, secrets, durable, ANY_PORT);
    }

    /** The same on a port that somebody knows already. */
    public static LocalPostgres start(Path directory, Secrets secrets, boolean durable, int port) {
        try {
            Files.createDirectories(directory.getParent());
            endOrphan(directory);
            LocalPostgres postgres = new LocalPostgres(
                    directory, secrets, builder(directory, secrets, durable).setPort(port));
            postgres.prepare();
            return postgres;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path directory, Secrets secrets, boolean durable) {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false) // would end the server while the application still closes
                .setPGStartupWait(PATIENCE)
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .setConnectConfig("password", secrets.get(DatabaseRoles.SUPERUSER));
        serverSettings(durable ? "on" : "off").forEach(builder::setServerConfig);
        return builder;
    }

    private static Map<String, String> serverSettings(String durable) {
        return Map.of(
                "fsync",
                durable,
                "synchronous_commit",
                durable,
                "full_page_writes",
                durable,
                "shared_buffers",
                "256MB",
                "max_connections",
                "200",
                // Fresh tables without statistics send the engine's queries down the wrong index.
                "autovacuum_naptime",
                "10s");
    }

    private void prepare() throws IOException {
        try (Connection connection = superuser("postgres").getConnection()) {
            new DatabaseRoles(connection, secrets).ensure();
            HostRules.requirePasswords(directory, connection);
        } catch (SQLException e) {
            close();
            throw new IllegalStateException("Cannot prepare the local database", e);
        }
    }

    /** The settings that lead an application here: work as one login, migrations as the other. */
    public Map<String, Object> settings() {
        String url = url(DatabaseRoles.DATABASE);
        return Map.of(
                "spring.datasource.url",
                url,
                "spring.datasource.username",
                DatabaseRoles.APPLICATION,
                "spring.datasource.password",
                secrets.get(DatabaseRoles.APPLICATION),
                "spring.flyway.url",
                url,
                "spring.flyway.user",
                DatabaseRoles.OWNER,
                "spring.flyway.password",
                secrets.get(DatabaseRoles.OWNER));
    }

    /** The server's own superuser, for tests that do what no login of the application can. */
    public DataSource superuser(String database) {
        return server.getDatabase(
                DatabaseRoles.SUPERUSER, database, Map.of("password", secrets.get(DatabaseRoles.SUPERUSER)));
    }

    public int port() {
        return server.getPort();
    }

    /** A database of this server, without user and password. */
    String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    /**
     * Ends the server that a killed run left on {@code directory}: it would hold the folder.
     *
     * @throws IOException when its note cannot be read
     */
    public static void endOrphan(Path directory) throws IOException {
        process(directory).map(Orphan::new).ifPresent(orphan -> orphan.end("INT")); // its "fast shutdown"
    }

    /** The server at work here; empty once it has ended. */
    Optional<ProcessHandle> process() throws IOException {
        return process(directory);
    }

    /** {@code postmaster.pid} names the process and the folder. */
    private static Optional<ProcessHandle> process(Path directory) throws IOException {
        Path file = directory.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return ProcessHandle.of(Long.parseLong(lines.get(0).trim()))
                .filter(process -> process.info().command().orElse("").contains("postgres"))
                .filter(process -> Path.of(lines.get(1)).equals(directory));
    }

    /** Starts a server that has died once more, on the port everybody knows; not after {@link #close}. */
    synchronized void startAgain() throws IOException {
        if (!closed) {
            server.close(); // gives the folder free
            server = builder.start();
        }
    }

    synchronized boolean isClosed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

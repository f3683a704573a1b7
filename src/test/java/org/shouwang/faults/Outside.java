package org.shouwang.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shouwang.launch.FileTree;
import org.shouwang.launch.LocalPostgres;
import org.shouwang.launch.Secrets;
import org.shouwang.testing.PackedApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL outside the applications, as in a county's machine room: it writes through to the disk. */
final class Outside implements AutoCloseable {

    private final Path folder;
    private LocalPostgres postgres;

    private Outside(Path folder, LocalPostgres postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    /** A new one in this folder. */
    static Outside in(Path folder) {
        try {
            LocalPostgres.endOrphan(data(folder));
            FileTree.delete(folder);
            return new Outside(folder, LocalPostgres.start(data(folder), secrets(folder), true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path data(Path folder) {
        return folder.resolve("postgres");
    }

    private static Secrets secrets(Path folder) {
        return new Secrets(folder.resolve("secrets"));
    }

    /** Ends the server as an operator does. */
    void stop() {
        postgres.close();
    }

    /** Ends the server as {@code kill -9} does. */
    void kill() {
        try {
            long pid = Long.parseLong(
                    Files.readAllLines(data(folder).resolve("postmaster.pid")).get(0));
            ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
            List<ProcessHandle> sessions = server.descendants().toList();
            server.destroyForcibly();
            server.onExit().join();
            sessions.forEach(session -> session.onExit().join()); // they notice, and let go of the memory they share
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the server again where everybody knows it. */
    void startAgain() {
        postgres.close(); // lets go of the folder, whatever became of the server
        postgres = LocalPostgres.start(data(folder), secrets(folder), true, postgres.port());
    }

    /** Everything in it, as no login of the application sees it. */
    JdbcClient superuser() {
        return JdbcClient.create(postgres.superuser("shouwang"));
    }

    /** Settings of one node on this database: a port, a name and a log of its own, files and keys shared. */
    Map<String, Object> node(String name) {
        Map<String, Object> settings = new HashMap<>(postgres.settings());
        settings.put("server.port", PackedApplication.freePort());
        settings.put("shouwang.data", folder.resolve("data").toString());
        settings.put("flowable.process.async.executor.lock-owner", name);
        return settings;
    }

    Path logs(String name) {
        return folder.resolve(name);
    }

    @Override
    public void close() {
        postgres.close();
    }
}

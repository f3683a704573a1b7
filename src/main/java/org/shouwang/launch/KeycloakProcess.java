package org.shouwang.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The running child, known by a pid file should we be killed before it. */
final class KeycloakProcess {

    private static final int STOP_SECONDS = 20;

    private final KeycloakPlace place;
    private final Process process;

    private KeycloakProcess(KeycloakPlace place, Process process) {
        this.place = place;
        this.process = process;
    }

    static KeycloakProcess start(KeycloakPlace place, LocalPostgres postgres, Secrets secrets) throws IOException {
        List<String> arguments = List.of(
                "start",
                "--optimized",
                "--import-realm",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + place.port(),
                "--hostname=" + place.server(),
                "--cache=local");
        Process process = KeycloakCommand.run(place.home(), arguments, environment(postgres, secrets), place.log());
        Files.writeString(place.pidFile(), Long.toString(process.pid()));
        return new KeycloakProcess(place, process);
    }

    private static Map<String, String> environment(LocalPostgres postgres, Secrets secrets) {
        return Map.of(
                "KC_DB_URL",
                postgres.url(DatabaseRoles.KEYCLOAK),
                "KC_DB_USERNAME",
                DatabaseRoles.KEYCLOAK,
                "KC_DB_PASSWORD",
                secrets.get(DatabaseRoles.KEYCLOAK),
                "KC_DB_POOL_MAX_SIZE",
                "20",
                "KC_BOOTSTRAP_ADMIN_CLIENT_ID",
                KeycloakAdmin.CLIENT,
                "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET",
                secrets.get(KeycloakAdmin.SECRET));
    }

    static void endOrphan(KeycloakPlace place) {
        Path file = place.pidFile();
        if (!Files.exists(file)) {
            return;
        }
        try {
            long pid = Long.parseLong(Files.readString(file).trim());
            ProcessHandle.of(pid)
                    .filter(process ->
                            process.info().commandLine().orElse("").contains(KeycloakCommand.mark(place.home())))
                    .map(Orphan::new)
                    .ifPresent(orphan -> orphan.end("TERM"));
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Waits until it has ended, by whatever cause. */
    void await() throws InterruptedException {
        process.waitFor();
    }

    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Files.deleteIfExists(place.pidFile());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

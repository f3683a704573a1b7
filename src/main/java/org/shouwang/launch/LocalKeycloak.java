package org.shouwang.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Keycloak of our own, on the local PostgreSQL: started beside the application, and again whenever it dies. */
public final class LocalKeycloak implements AutoCloseable {

    /** The client by which the application keeps Keycloak's accounts in step with its officers. */
    static final String PROVISIONER = "shouwang-provisioner";

    private static final Logger log = LoggerFactory.getLogger(LocalKeycloak.class);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int POLL_MILLIS = 200;
    /** Before it is started again: one that dies at once must not take the machine with it. */
    private static final Duration REST = Duration.ofSeconds(2);

    private final KeycloakPlace place;
    private final Secrets secrets;
    private final CompletableFuture<LocalKeycloak> ready = new CompletableFuture<>();
    private @Nullable KeycloakProcess process;
    private boolean closed;

    private LocalKeycloak(KeycloakPlace place, Secrets secrets) {
        this.place = place;
        this.secrets = secrets;
    }

    /** Returns at once; {@link #ready} tells when people can log in. */
    public static LocalKeycloak start(KeycloakPlace place, LocalPostgres postgres, Secrets secrets) {
        LocalKeycloak keycloak = new LocalKeycloak(place, secrets);
        Thread thread = new Thread(() -> keycloak.run(postgres), "keycloak-start");
        thread.setDaemon(true);
        thread.start();
        return keycloak;
    }

    /** Completes when people can log in, or with the reason why they cannot. */
    public CompletableFuture<LocalKeycloak> ready() {
        return ready;
    }

    public String issuer() {
        return place.issuer();
    }

    /** The settings that lead an application here. */
    public Map<String, Object> settings() {
        return Map.of(
                "shouwang.issuer",
                issuer(),
                "shouwang.client-secret",
                secret(RealmImport.WEB_CLIENT),
                "shouwang.provisioner-secret",
                secret(PROVISIONER));
    }

    /** Ends the Keycloak that a killed run left in this home. */
    public static void endOrphan(KeycloakPlace place) {
        KeycloakProcess.endOrphan(place);
    }

    private String secret(String client) {
        return secrets.get(client.equals(RealmImport.WEB_CLIENT) ? "client" : client);
    }

    private void run(LocalPostgres postgres) {
        try {
            KeycloakProcess.endOrphan(place);
            new KeycloakDist(place.dist()).prepare(place.home());
            RealmImport realm = new RealmImport(place.application(), this::secret);
            realm.write(place.importFile());
            RealmImport.writePasswords(place.home().resolve("data/password-blacklists"));
            KeycloakAdmin admin = new KeycloakAdmin(place, secrets);
            Files.deleteIfExists(place.log());
            KeycloakProcess started = begin(postgres);
            await(started, admin);
            Files.deleteIfExists(place.importFile()); // holds the client's secret
            admin.align(realm);
            ready.complete(this);
            keepRunning(started, postgres);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ready.completeExceptionally(e);
        } catch (IOException | RuntimeException e) {
            if (!isClosed()) {
                log.error("The local login service did not start: {}", e.getMessage());
            }
            ready.completeExceptionally(e);
        }
    }

    private void keepRunning(KeycloakProcess first, LocalPostgres postgres) throws IOException, InterruptedException {
        KeycloakProcess running = first;
        while (true) {
            running.await();
            if (isClosed()) {
                return;
            }
            log.warn("The local login service has ended; starting it again. Its last words: {}", place.log());
            Thread.sleep(REST.toMillis());
            running = begin(postgres);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized KeycloakProcess begin(LocalPostgres postgres) throws IOException {
        if (closed) {
            throw new IllegalStateException("closed before it started");
        }
        KeycloakProcess started = KeycloakProcess.start(place, postgres, secrets);
        process = started;
        return started;
    }

    private void await(KeycloakProcess started, KeycloakAdmin admin) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (started.alive() && System.nanoTime() < end) {
            if (admin.answers()) {
                return;
            }
            Thread.sleep(POLL_MILLIS);
        }
        throw new LaunchRefused(
                "Keycloak did not come up on port " + place.port() + ": see " + place.log() + ".",
                "If the port is taken, set SHOUWANG_KEYCLOAK_PORT.");
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (process != null) {
            process.stop();
        }
    }
}

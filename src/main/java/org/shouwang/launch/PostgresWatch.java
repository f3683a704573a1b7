package org.shouwang.launch;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the local database again whenever it dies: in a demo there is nobody else to do it. */
final class PostgresWatch implements Runnable {

    private static final Logger log = LoggerFactory.getLogger(PostgresWatch.class);
    /** What is left of a killed server lets go of its memory; one that dies at once must not take the machine along. */
    private static final Duration REST = Duration.ofSeconds(2);

    private final LocalPostgres postgres;

    private PostgresWatch(LocalPostgres postgres) {
        this.postgres = postgres;
    }

    static void over(LocalPostgres postgres) {
        Thread thread = new Thread(new PostgresWatch(postgres), "postgres-watch");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try {
            while (true) {
                awaitEnd();
                if (postgres.isClosed()) {
                    return;
                }
                log.warn("The local database has ended; starting it again. What was acknowledged is kept.");
                Thread.sleep(REST.toMillis());
                startAgain();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitEnd() {
        try {
            postgres.process().ifPresent(process -> process.onExit().join());
        } catch (IOException e) {
            log.warn("The local database left no readable note of its process: {}", e.getMessage());
        }
    }

    private void startAgain() {
        try {
            postgres.startAgain();
            log.warn("The local database runs again.");
        } catch (IOException | RuntimeException e) {
            log.error("The local database did not start again, trying once more: {}", e.getMessage());
        }
    }
}

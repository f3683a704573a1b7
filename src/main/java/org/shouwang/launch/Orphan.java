package org.shouwang.launch;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A child process that outlived a killed run. The caller has made sure that it is ours. */
record Orphan(ProcessHandle process) {

    private static final Logger log = LoggerFactory.getLogger(Orphan.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Ends the process and waits until it is gone; {@code signal} is the one it takes for a clean stop. */
    void end(String signal) {
        log.info("Ending process {}, left over from a killed run", process.pid());
        signal(signal);
        if (!goneWithin(PATIENCE)) {
            process.destroyForcibly();
            goneWithin(PATIENCE);
        }
    }

    private void signal(String signal) {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy(); // no kill command here
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean goneWithin(Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !process.isAlive();
    }
}

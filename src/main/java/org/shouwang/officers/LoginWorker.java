package org.shouwang.officers;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works through what is to be carried to Keycloak, on a thread of its own: a Keycloak that does not answer must not hold
 * up clocks and duty calls.
 */
@Component
@ConditionalOnProperty(name = "shouwang.scheduling", havingValue = "true", matchIfMissing = true)
class LoginWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LoginWorker.class);
    private static final int EVERY_SECONDS = 5;

    private final LoginQueue queue;
    private final LoginSync sync;
    private final TransactionTemplate transactions;
    private volatile ScheduledExecutorService thread = stopped();
    private String reason = ""; // of the last failure, for this one thread

    LoginWorker(LoginQueue queue, LoginSync sync, TransactionTemplate transactions) {
        this.queue = queue;
        this.sync = sync;
        this.transactions = transactions;
    }

    private static ScheduledExecutorService stopped() {
        ScheduledExecutorService none = Executors.newScheduledThreadPool(0);
        none.shutdown();
        return none;
    }

    @Override
    public void start() {
        thread = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread worker = new Thread(work, "keycloak-accounts");
            worker.setDaemon(true);
            return worker;
        });
        thread.scheduleWithFixedDelay(this::round, 1, EVERY_SECONDS, TimeUnit.SECONDS);
        queue.onAdded(this::wake);
    }

    private void wake() {
        try {
            thread.execute(this::round);
        } catch (RejectedExecutionException e) {
            // Stopping: the next start finds it.
        }
    }

    private void round() {
        try {
            while (Boolean.TRUE.equals(transactions.execute(status -> one()))) {
                // the next one
            }
        } catch (RuntimeException e) {
            // A scheduled task that throws is never run again.
            LOG.warn(
                    "Accounts could not be carried to Keycloak: {}",
                    e.getClass().getSimpleName());
        }
    }

    /** @return whether it makes sense to look for another */
    private boolean one() {
        Optional<UUID> officer = queue.lockDue();
        if (officer.isEmpty()) {
            return false;
        }
        List<LoginQueue.Work> due = queue.due(officer.get());
        for (LoginQueue.Work work : due) {
            try {
                sync.carryOut(officer.get(), work);
            } catch (KeycloakFailure failure) {
                say(failure.reason());
                due.forEach(each -> queue.failed(each, failure));
                return failure.lasting();
            }
        }
        if (!due.isEmpty()) {
            reason = "";
        }
        return true;
    }

    /** Once, not every five seconds; the operations page shows which accounts wait. */
    private void say(String why) {
        if (!why.equals(reason)) {
            LOG.warn("An account waits for Keycloak: {}", why);
        }
        reason = why;
    }

    @Override
    public void stop() {
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return !thread.isShutdown();
    }
}

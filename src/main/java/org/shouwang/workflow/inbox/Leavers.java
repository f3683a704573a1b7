package org.shouwang.workflow.inbox;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.access.Actors;
import org.shouwang.access.Participations;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody holds whose post has ended goes back to those who may take it: a task must not stay with nobody. */
@Component
class Leavers {

    private static final int BATCH = 50;

    private final InboxStore store;
    private final Claims claims;
    private final HandBack handBack;
    private final Participations participations;
    private final Actors actors;
    private final RowIdentity identity;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Leavers(
            InboxStore store,
            Claims claims,
            HandBack handBack,
            Participations participations,
            Actors actors,
            RowIdentity identity,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.claims = claims;
        this.handBack = handBack;
        this.participations = participations;
        this.actors = actors;
        this.identity = identity;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${shouwang.inbox.leavers-every:PT30S}")
    void handBack() {
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            String from = after.get();
            after = Objects.requireNonNull(transactions.execute(status -> batch(from)));
        }
    }

    /** @return the last one looked at, empty when there are no more */
    private Optional<String> batch(String after) {
        LocalDate today = LocalDate.now(clock);
        List<InboxTask> held = identity.as(RowService.DUTY, () -> store.lockOfLeavers(today, after, BATCH));
        held.forEach(this::check);
        return held.size() < BATCH
                ? Optional.empty()
                : Optional.of(held.get(held.size() - 1).id());
    }

    private void check(InboxTask task) {
        identity.open(task.subjectId());
        UUID holder = Objects.requireNonNull(task.assignee());
        if (actors.of(holder).filter(actor -> claims.mayTake(task, actor)).isEmpty()) {
            handBack.one(task);
            if (!store.works(task.subjectId(), holder)) {
                participations.end(task.subjectId(), holder, "task");
            }
        }
    }
}

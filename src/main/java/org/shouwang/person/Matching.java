package org.shouwang.person;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares every file that was opened or changed with the others of the county, some time after: whoever opened it has had
 * the answer by then, and it was the same for everybody.
 */
@Component
class Matching {

    private static final Logger LOG = LoggerFactory.getLogger(Matching.class);
    private static final int ROUND = 200;

    private final MergeStore store;
    private final RowIdentity identity;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Matching(MergeStore store, RowIdentity identity, TransactionTemplate transactions, Clock clock) {
        this.store = store;
        this.identity = identity;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(
            fixedDelayString = "${shouwang.matching.look-every:PT5S}",
            initialDelayString = "${shouwang.matching.look-every:PT20S}")
    void look() {
        List<UUID> waiting = identity.as(RowService.MATCHING, () -> store.unmatched(ROUND));
        waiting.forEach(this::alone);
    }

    /** Each by itself: one that fails is tried again at the next look, and keeps nobody else waiting. */
    private void alone(UUID person) {
        try {
            identity.as(RowService.MATCHING, () -> transactions.execute(status -> compare(person)));
        } catch (RuntimeException e) {
            LOG.error(
                    "File {} could not be compared with the others: {}",
                    person,
                    e.getClass().getName());
        }
    }

    private boolean compare(UUID person) {
        return store.taken(person) && store.compare(person, clock.instant());
    }
}

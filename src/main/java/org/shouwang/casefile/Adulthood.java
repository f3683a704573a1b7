package org.shouwang.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.journal.Journal;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.shouwang.workflow.Workflow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Says every day of whom there is an open case and who has turned eighteen. It proposes, and never closes. */
@Component
class Adulthood {

    private static final Logger LOG = LoggerFactory.getLogger(Adulthood.class);
    private static final String PROCESS = "adulthood";
    private static final int ROUND = 100;

    private final AdulthoodStore store;
    private final Cases cases;
    private final Workflow workflow;
    private final Journal journal;
    private final RowIdentity identity;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Adulthood(
            AdulthoodStore store,
            Cases cases,
            Workflow workflow,
            Journal journal,
            RowIdentity identity,
            TransactionTemplate transactions,
            Clock clock) {
        this.store = store;
        this.cases = cases;
        this.workflow = workflow;
        this.journal = journal;
        this.identity = identity;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Looks more often than once a day, so that a day is not missed; nobody is told twice. */
    @Scheduled(
            fixedDelayString = "${shouwang.adulthood.look-every:PT1H}",
            initialDelayString = "${shouwang.adulthood.look-every:PT1M}")
    public void look() {
        LocalDate today = LocalDate.now(clock);
        List<UUID> due = identity.as(RowService.ADULTHOOD, () -> store.due(today, ROUND));
        due.forEach(caseId -> alone(caseId, today));
    }

    /** Each by itself: one that fails is tried again at the next look, and keeps nobody else waiting. */
    private void alone(UUID caseId, LocalDate today) {
        try {
            transactions.executeWithoutResult(status -> propose(caseId, today));
        } catch (RuntimeException e) {
            LOG.error(
                    "That the child of case {} has turned eighteen could not be said: {}",
                    caseId,
                    e.getClass().getName());
        }
    }

    private void propose(UUID caseId, LocalDate today) {
        identity.open(caseId);
        CaseView grown = cases.find(caseId).orElseThrow();
        if (grown.open() && store.propose(grown, today, clock.instant())) {
            journal.append(CaseEntry.of("case.adult", caseId, null, grown.stage(), Map.of()));
            workflow.start(PROCESS, grown.workSubject(), Map.of("grade", grown.grade(), "lead", grown.lead()));
        }
    }
}

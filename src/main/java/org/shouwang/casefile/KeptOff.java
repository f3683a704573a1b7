package org.shouwang.casefile;

import java.util.Map;
import org.shouwang.journal.Journal;
import org.shouwang.workflow.OfficerBarred;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever is kept off a case is no longer responsible for it; the next to take its assessment is. */
@Component
class KeptOff {

    private final CaseStore store;
    private final Journal journal;

    KeptOff(CaseStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    @EventListener
    void on(OfficerBarred barred) {
        store.find(barred.subject())
                .filter(found -> barred.officer().equals(found.responsible()))
                .ifPresent(found -> {
                    store.responsible(found.id(), null);
                    journal.append(CaseEntry.of("case.responsible-ended", found.id(), null, found.stage(), Map.of()));
                });
    }
}

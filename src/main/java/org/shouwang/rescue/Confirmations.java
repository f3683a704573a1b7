package org.shouwang.rescue;

import java.util.Map;
import org.shouwang.access.Participations;
import org.shouwang.casefile.CaseView;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.Workflow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks a hospital that has a login to look at what was recorded for it; nothing waits for that. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Confirmations {

    /** The part a hospital has in the case, until the treatment is over. */
    static final String PART = "treatment";

    private static final String PROCESS = "hospital-confirm";

    private final RescueStore store;
    private final Participations participations;
    private final Workflow workflow;

    Confirmations(RescueStore store, Participations participations, Workflow workflow) {
        this.store = store;
        this.participations = participations;
        this.workflow = workflow;
    }

    void ask(Completion said, CaseView file) {
        if (Hospitals.forIt(said) && !workflow.running(file.id()).contains(PROCESS)) {
            // Whoever was taken off the case since then, as when it was restricted, is not asked.
            store.login(said.instance())
                    .filter(login -> participations.has(file.id(), login, PART))
                    .ifPresent(login -> workflow.start(
                            PROCESS,
                            file.workSubject(),
                            Map.of("grade", "" + file.workSubject().grade(), "hospitalLogin", login.toString())));
        }
    }

    /** The treatment is over: the hospital has no part in the case any longer. */
    void end(Completion said) {
        store.login(said.instance())
                .filter(login -> !store.elsewhere(said.instance(), said.subject(), login))
                .ifPresent(login -> participations.end(said.subject(), login, PART));
    }
}

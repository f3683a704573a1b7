package org.shouwang.casefile;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.shouwang.access.Actor;
import org.shouwang.access.Emergency;
import org.shouwang.access.Subject;
import org.shouwang.journal.Journal;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Opens what is shut to one officer, to read only: an archived case for three hours, a sealed juvenile record for one.
 * Whoever calls this has judged who asks.
 */
@Service
public class ArchivedCases {

    /** How long a sealed record stays open (our default); it ends by itself. */
    public static final Duration SEALED_LASTS = Duration.ofHours(1);

    private final CaseStore cases;
    private final EmergencyStore store;
    private final Journal journal;
    private final Clock clock;

    ArchivedCases(CaseStore cases, EmergencyStore store, Journal journal, Clock clock) {
        this.cases = cases;
        this.store = store;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void open(UUID caseId, String ground, String reason, Actor by) {
        CaseView found = cases.find(caseId).orElseThrow(Refusal::notFound);
        Emergency opening =
                new Emergency(Ids.next(), caseId, ground, clock.instant().plus(EmergencyAccess.LASTS), "archive");
        store.insert(opening, found.subject(), null, reason, by);
        journal.append(CaseEntry.of("archive.opened", caseId, by, null, Map.of("ground", ground)));
    }

    /**
     * A sealed juvenile record (犯罪记录封存, 刑事诉讼法 第二百八十六条第二款), whose row this transaction does not see.
     *
     * @param ground code of {@code JUVENILE_OPEN_GROUND}
     * @param organ code of {@code ORGAN}: who asks for it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void openSealed(Subject of, String ground, String organ, String reason, Actor by) {
        Emergency opening =
                new Emergency(Ids.next(), of.id(), ground, clock.instant().plus(SEALED_LASTS), "juvenile");
        store.insert(opening, of, organ, reason, by);
        journal.append(CaseEntry.of("juvenile.opened", of.id(), by, null, Map.of("ground", ground, "organ", organ)));
    }
}

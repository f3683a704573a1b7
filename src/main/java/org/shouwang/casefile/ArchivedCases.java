package org.shouwang.casefile;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.shouwang.access.Actor;
import org.shouwang.access.Emergency;
import org.shouwang.journal.Journal;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Opens an archived case to one officer for three hours, to read only; whoever calls this has judged who asks. */
@Service
public class ArchivedCases {

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
                new Emergency(Ids.next(), caseId, ground, clock.instant().plus(EmergencyAccess.LASTS));
        store.insert(opening, "archive", found, reason, by);
        journal.append(CaseEntry.of("archive.opened", caseId, by, null, Map.of("ground", ground)));
    }
}

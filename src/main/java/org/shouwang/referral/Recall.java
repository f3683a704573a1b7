package org.shouwang.referral;

import java.time.Instant;
import java.util.Map;
import org.shouwang.access.Actor;
import org.shouwang.journal.Journal;
import org.shouwang.notification.Notices;
import org.shouwang.privacy.Consents;
import org.springframework.stereotype.Component;

/** Takes a referral back: what went along is gone for whoever received it, and no ground for it runs on. */
@Component
class Recall {

    private final ReferralStore store;
    private final Consents consents;
    private final Notices notices;
    private final Journal journal;

    Recall(ReferralStore store, Consents consents, Notices notices, Journal journal) {
        this.store = store;
        this.consents = consents;
        this.notices = notices;
        this.journal = journal;
    }

    void take(Referral referral, Actor by, Instant at) {
        store.recalled(referral.id(), at);
        if (referral.consent() != null) {
            consents.ends(referral.consent());
        }
        journal.append(ReferralEntry.of("referral.recalled", referral.caseId(), by, referral.id(), Map.of()));
        if (referral.receiver() != null) {
            notices.tell(referral.receiver(), "referral-recalled", referral.caseId(), "/referrals/" + referral.id());
        }
    }
}

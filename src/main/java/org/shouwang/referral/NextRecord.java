package org.shouwang.referral;

import java.util.Map;
import org.shouwang.journal.Journal;
import org.shouwang.privacy.Consents;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code F25-next}: refused, it goes elsewhere with a form of its own, or nowhere. */
@Component
class NextRecord implements RecordHandler {

    private final ReferralStore store;
    private final Consents consents;
    private final Journal journal;

    NextRecord(ReferralStore store, Consents consents, Journal journal) {
        this.store = store;
        this.consents = consents;
        this.journal = journal;
    }

    @Override
    public String form() {
        return "F25-next";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        Referral referral = store.ofRun(completion.instance()).orElseThrow();
        store.ended(referral.id(), completion.at());
        if (referral.consent() != null) {
            consents.ends(referral.consent());
        }
        journal.append(ReferralEntry.of(
                "referral.ended",
                completion.subject(),
                completion.by(),
                referral.id(),
                Map.of("next", completion.data().path("referralNext").asString())));
        return Map.of();
    }
}

package org.shouwang.referral;

import java.util.Map;
import org.shouwang.journal.Journal;
import org.shouwang.notification.Notices;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code F25-supply}: the sender adds what was asked for, or takes the referral back. */
@Component
class SupplyRecord implements RecordHandler {

    private final ReferralStore store;
    private final SentData data;
    private final Recall recall;
    private final Notices notices;
    private final Journal journal;

    SupplyRecord(ReferralStore store, SentData data, Recall recall, Notices notices, Journal journal) {
        this.store = store;
        this.data = data;
        this.recall = recall;
        this.notices = notices;
        this.journal = journal;
    }

    @Override
    public String form() {
        return "F25-supply";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        Referral referral = store.ofRun(completion.instance()).orElseThrow();
        if (completion.data().path("referralSupply").asString().equals("withdraw")) {
            recall.take(referral, completion.by(), completion.at());
            return Map.of();
        }
        String sent = store.sent(referral.id()).orElseThrow();
        store.sent(
                referral.id(),
                data.withMore(sent, completion.data().path("words").asString()));
        journal.append(ReferralEntry.of(
                "referral.supplied",
                completion.subject(),
                completion.by(),
                referral.id(),
                Map.of("record", completion.record().toString())));
        if (referral.receiver() != null) {
            notices.tell(referral.receiver(), "referral-sent", completion.subject(), "/referrals/" + referral.id());
        }
        return Map.of();
    }
}

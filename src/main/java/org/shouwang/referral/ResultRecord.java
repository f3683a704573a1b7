package org.shouwang.referral;

import java.util.Map;
import org.shouwang.journal.Journal;
import org.shouwang.notification.Notices;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code F25-result}: what came of it, in part or at last. */
@Component
class ResultRecord implements RecordHandler {

    static final String FORM = "F25-result";

    private final ReferralStore store;
    private final Notices notices;
    private final Journal journal;

    ResultRecord(ReferralStore store, Notices notices, Journal journal) {
        this.store = store;
        this.notices = notices;
        this.journal = journal;
    }

    @Override
    public String form() {
        return FORM;
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        Referral referral = store.ofRun(completion.instance()).orElseThrow();
        JsonNode said = completion.data();
        AnswerRecord.requireHeard(referral, completion);
        String result = said.path("referralResult").asString();
        store.result(
                referral.id(),
                result.equals("final"),
                said.path("heard").asString(),
                completion.record(),
                completion.at());
        journal.append(ReferralEntry.of(
                "referral.result",
                completion.subject(),
                completion.by(),
                referral.id(),
                Map.of("result", result, "record", completion.record().toString())));
        AnswerRecord.tellSender(referral, completion, notices);
        return Map.of();
    }
}

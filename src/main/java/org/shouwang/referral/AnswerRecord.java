package org.shouwang.referral;

import java.util.List;
import java.util.Map;
import org.shouwang.journal.Journal;
import org.shouwang.notification.Notices;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code F25-answer}: the other side accepts, refuses or asks back; itself, or as we heard it. */
@Component
class AnswerRecord implements RecordHandler {

    static final String FORM = "F25-answer";

    private static final Map<String, String> STATES = Map.of("accept", "accepted", "refuse", "refused", "ask", "asked");

    private final ReferralStore store;
    private final Notices notices;
    private final Journal journal;

    AnswerRecord(ReferralStore store, Notices notices, Journal journal) {
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
        requireHeard(referral, completion);
        String answer = said.path("referralAnswer").asString();
        store.answered(
                referral.id(),
                STATES.getOrDefault(answer, "asked"),
                said.path("heard").asString(),
                said.hasNonNull("refusal") ? said.path("refusal").asString() : null,
                completion.record(),
                completion.at(),
                answer.equals("accept") && referral.kind().equals("transfer"));
        journal.append(ReferralEntry.of(
                "referral.answered",
                completion.subject(),
                completion.by(),
                referral.id(),
                Map.of(
                        "answer", answer,
                        "heard", said.path("heard").asString(),
                        "record", completion.record().toString())));
        tellSender(referral, completion, notices);
        return Map.of();
    }

    /** Only whoever received it answers without saying from whom it was heard. */
    static void requireHeard(Referral referral, Completion completion) {
        boolean own = completion.data().path("heard").asString().equals("own");
        if (own && !completion.by().names().contains(referral.receiver())) {
            throw Refusal.invalid(List.of(FieldProblem.at("heard", "referral-not-own")));
        }
    }

    static void tellSender(Referral referral, Completion completion, Notices notices) {
        if (!completion.by().officer().id().equals(referral.sender())) {
            notices.tell(
                    referral.sender(),
                    "referral-answered",
                    completion.subject(),
                    "/cases/" + completion.subject() + "/referrals");
        }
    }
}

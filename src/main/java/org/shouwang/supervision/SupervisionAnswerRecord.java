package org.shouwang.supervision;

import java.util.Map;
import java.util.UUID;
import org.shouwang.journal.Journal;
import org.shouwang.notification.Notices;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code S10-supervision-answer}: how far it has come, why, and what was changed. */
@Component
class SupervisionAnswerRecord implements RecordHandler {

    static final String FORM = "S10-supervision-answer";

    private final SupervisionStore store;
    private final Notices notices;
    private final Journal journal;

    SupervisionAnswerRecord(SupervisionStore store, Notices notices, Journal journal) {
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
        SupervisionRequest request = store.ofRun(completion.instance()).orElseThrow();
        UUID officer = completion.by().officer().id();
        // The task is closed to the asker already; this holds should a county draw the process differently.
        if (request.asker().equals(officer)) {
            throw Refusal.forbidden("four-eyes");
        }
        String changed = completion.data().get("changed").asString();
        store.answered(request.id(), completion.record(), officer, changed.equals("yes"), completion.at());
        journal.append(SupervisionEntry.of(
                "supervision.answered",
                completion.subject(),
                completion.by(),
                request.id(),
                Map.of("changed", changed, "record", completion.record().toString())));
        notices.tell(request.asker(), "supervision-answered", completion.subject(), "/inbox");
        // Asked again, it comes back to whoever answered.
        return Map.of("addressee", officer.toString());
    }
}

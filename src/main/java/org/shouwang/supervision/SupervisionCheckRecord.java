package org.shouwang.supervision;

import java.util.Map;
import java.util.Objects;
import org.shouwang.journal.Journal;
import org.shouwang.notification.Notices;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code S10-supervision-check}: the answer is enough, or it is asked again. */
@Component
class SupervisionCheckRecord implements RecordHandler {

    private final SupervisionStore store;
    private final Notices notices;
    private final Journal journal;

    SupervisionCheckRecord(SupervisionStore store, Notices notices, Journal journal) {
        this.store = store;
        this.notices = notices;
        this.journal = journal;
    }

    @Override
    public String form() {
        return "S10-supervision-check";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        SupervisionRequest request = store.ofRun(completion.instance()).orElseThrow();
        boolean again = completion.data().get("verdict").asString().equals("again");
        if (again) {
            store.askedAgain(request.id(), completion.record());
            notices.tell(
                    Objects.requireNonNull(request.answeredBy()), "supervision-asked", completion.subject(), "/inbox");
        } else {
            store.ended(request.id(), "accepted", completion.record(), completion.at());
        }
        journal.append(SupervisionEntry.of(
                again ? "supervision.asked-again" : "supervision.accepted",
                completion.subject(),
                completion.by(),
                request.id(),
                Map.of("record", completion.record().toString())));
        return Map.of();
    }
}

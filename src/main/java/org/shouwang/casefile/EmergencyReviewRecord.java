package org.shouwang.casefile;

import java.util.Map;
import org.shouwang.journal.Journal;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code S09-emergency-review}: another person's word on an emergency access. */
@Component
class EmergencyReviewRecord implements RecordHandler {

    private final EmergencyStore store;
    private final Journal journal;

    EmergencyReviewRecord(EmergencyStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    @Override
    public String form() {
        return "S09-emergency-review";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        EmergencyStore.Opening opening = store.reviewedIn(completion.instance()).orElseThrow();
        // The task is closed to the opener already; this holds should a county draw the process differently.
        if (opening.officer().equals(completion.by().officer().id())) {
            throw Refusal.forbidden("four-eyes");
        }
        String outcome = completion.data().get("outcome").asString();
        store.reviewed(opening.id(), outcome, completion.by());
        journal.append(CaseEntry.of(
                "emergency.reviewed",
                completion.subject(),
                completion.by(),
                null,
                Map.of("emergency", opening.id().toString(), "outcome", outcome)));
        return Map.of("outcome", outcome);
    }
}

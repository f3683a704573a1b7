package org.shouwang.privacy;

import java.util.Map;
import org.shouwang.journal.Journal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code R05-withdrawal}: what a unit did with the data after a withdrawal, said by itself or asked by phone. */
@Component
class WithdrawalRecord implements RecordHandler {

    private final ConsentStore store;
    private final Journal journal;

    WithdrawalRecord(ConsentStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    @Override
    public String form() {
        return "R05-withdrawal";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        JsonNode data = completion.data();
        String outcome = data.get("withdrawalOutcome").asString();
        ConsentStore.Asked asked = store.askedIn(completion.instance()).orElseThrow();
        store.answered(
                asked,
                outcome,
                data.hasNonNull("keptGround") ? data.get("keptGround").asString() : null,
                data.path("byPhone").asString("no").equals("yes"),
                completion.by().officer().id(),
                completion.at());
        journal.append(PrivacyEntry.of(
                "consent.withdrawal-answered",
                completion.subject(),
                completion.by(),
                asked.consent(),
                Map.of("outcome", outcome)));
        return Map.of();
    }
}

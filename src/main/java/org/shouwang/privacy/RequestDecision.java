package org.shouwang.privacy;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwang.journal.Journal;
import org.shouwang.workflow.Completion;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What the handler decides on a request; what needs no second person is answered with it. */
@Component
class RequestDecision {

    private final DataRequestStore store;
    private final Journal journal;

    RequestDecision(DataRequestStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /** The request that a task is about. */
    DataRequest of(Completion completion) {
        return store.handledIn(completion.instance()).orElseThrow();
    }

    static boolean granted(Completion completion) {
        return completion.data().get("decision").asString().equals("grant");
    }

    /** @return what the process is told */
    Map<String, Object> decide(Completion completion) {
        JsonNode data = completion.data();
        DataRequest request = of(completion);
        String decision = data.get("decision").asString();
        store.decided(
                request.id(),
                decision,
                ground(data),
                data.get("answer").asString(),
                completion.by().officer().id(),
                completion.at());
        journal.append(PrivacyEntry.of(
                "request.decided",
                completion.subject(),
                completion.by(),
                request.id(),
                Map.of("kind", request.kind(), "decision", decision)));
        boolean second = store.find(request.id()).orElseThrow().second();
        if (!second) {
            store.answered(request.id(), "granted", null, completion.at());
        }
        return Map.of("second", second ? "yes" : "no");
    }

    private static @Nullable String ground(JsonNode data) {
        return data.hasNonNull("ground") ? data.get("ground").asString() : null;
    }
}

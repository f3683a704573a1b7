package org.shouwang.casefile;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code S16-confirm-death}: what the process does with it is in its drawing. */
@Component
class DeathConfirmedRecord implements RecordHandler {

    private final DeathStore store;

    DeathConfirmedRecord(DeathStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "S16-confirm-death";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        store.confirmed(
                completion.instance(),
                completion.data().get("confirmed").asString().equals("yes"),
                completion.at());
        return Map.of();
    }
}

package org.shouwang.casefile;

import java.time.LocalDate;
import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code S15-death}: the day, for the file; a second person has yet to confirm it. */
@Component
class DeathRecord implements RecordHandler {

    private final DeathStore store;
    private final Cases cases;

    DeathRecord(DeathStore store, Cases cases) {
        this.store = store;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "S15-death";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        store.recorded(
                completion,
                LocalDate.parse(completion.data().get("diedOn").asString()),
                cases.find(completion.subject()).orElseThrow());
        return Map.of();
    }
}

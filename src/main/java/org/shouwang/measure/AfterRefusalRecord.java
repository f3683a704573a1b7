package org.shouwang.measure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code S13-after-refusal}: the guardian stays the same, so somebody has to look in more often, or it is applied for again. */
@Component
class AfterRefusalRecord implements RecordHandler {

    private static final String CHECK = "checkOn";

    private final RevocationStore store;
    private final Clock clock;

    AfterRefusalRecord(RevocationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "S13-after-refusal";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        JsonNode data = completion.data();
        if (data.hasNonNull(CHECK)
                && LocalDate.parse(data.get(CHECK).asString()).isBefore(LocalDate.now(clock))) {
            throw Refusal.invalid(List.of(FieldProblem.at(CHECK, "check-past")));
        }
        store.next(completion);
        return Map.of();
    }
}

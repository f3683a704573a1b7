package org.shouwang.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code S14-adulthood}: proposes closing, or says until which day the help goes on. */
@Component
class AdulthoodRecord implements RecordHandler {

    private final AdulthoodStore store;
    private final Clock clock;

    AdulthoodRecord(AdulthoodStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "S14-adulthood";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        JsonNode data = completion.data();
        LocalDate until = until(data);
        if (until != null && !until.isAfter(LocalDate.now(clock))) {
            throw Refusal.invalid(List.of(FieldProblem.at("until", "adult-until-past")));
        }
        store.decided(completion.subject(), data.get("outcome").asString(), until, completion.record());
        return Map.of();
    }

    private static @Nullable LocalDate until(JsonNode data) {
        return data.hasNonNull("until") ? LocalDate.parse(data.get("until").asString()) : null;
    }
}

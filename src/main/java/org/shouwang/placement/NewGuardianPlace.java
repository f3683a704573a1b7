package org.shouwang.placement;

import java.time.LocalDate;
import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code S11-new-guardian}: where the child is from the day the new guardian took it over. */
@Component
class NewGuardianPlace implements RecordHandler {

    private final Placements placements;

    NewGuardianPlace(Placements placements) {
        this.placements = placements;
    }

    @Override
    public String form() {
        return "S11-new-guardian";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        placements.dated(
                new Placements.Beginning(
                        completion.subject(),
                        completion.data().get("toPlace").asString(),
                        completion.record(),
                        "handedOn"),
                LocalDate.parse(completion.data().get("handedOn").asString()));
        return Map.of();
    }
}

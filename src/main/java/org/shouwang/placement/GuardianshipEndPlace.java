package org.shouwang.placement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code S08-guardianship-review}: where the child is once temporary guardianship has ended. */
@Component
class GuardianshipEndPlace implements RecordHandler {

    private final Placements placements;
    private final Clock clock;

    GuardianshipEndPlace(Placements placements, Clock clock) {
        this.placements = placements;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "S08-guardianship-review";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        JsonNode data = completion.data();
        if (data.path("guardianshipOutcome").asString("").equals("end")) {
            LocalDate ended = LocalDate.parse(data.get("endedOn").asString());
            placements.begin(
                    completion.subject(),
                    data.get("place").asString(),
                    ended.atStartOfDay(clock.getZone()).toInstant(),
                    completion.record());
        }
        return Map.of();
    }
}

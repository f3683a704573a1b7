package org.shouwang.placement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code F07-temporary-guardianship}: where civil affairs placed the child, from the day guardianship began. */
@Component
class GuardianshipPlace implements RecordHandler {

    private final Placements placements;
    private final Clock clock;

    GuardianshipPlace(Placements placements, Clock clock) {
        this.placements = placements;
        this.clock = clock;
    }

    @Override
    public String form() {
        return "F07-temporary-guardianship";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        LocalDate since = LocalDate.parse(completion.data().get("startDate").asString());
        placements.begin(
                completion.subject(),
                completion.data().get("placement").asString(),
                since.atStartOfDay(clock.getZone()).toInstant(),
                completion.record());
        return Map.of();
    }
}

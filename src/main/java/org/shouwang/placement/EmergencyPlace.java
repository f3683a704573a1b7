package org.shouwang.placement;

import java.util.Map;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code F02-emergency}: the first record after danger, and where the child is since. */
@Component
class EmergencyPlace implements RecordHandler {

    private final Placements placements;

    EmergencyPlace(Placements placements) {
        this.placements = placements;
    }

    @Override
    public String form() {
        return "F02-emergency";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        placements.told(
                new Placements.Beginning(
                        completion.subject(), completion.data().get("place").asString(), completion.record(), "place"),
                completion.at());
        if (completion.data().get("removed").asString().equals("yes")) {
            placements.removed(completion.record());
        }
        return Map.of();
    }
}

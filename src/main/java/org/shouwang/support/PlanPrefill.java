package org.shouwang.support;

import java.util.UUID;
import org.shouwang.workflow.Prefill;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The station visits unless somebody chooses otherwise: the village's director may be who reported, and whoever
 * reported is not sent to the family by default.
 */
@Component
class PlanPrefill implements Prefill {

    @Override
    public String form() {
        return "F08-plan";
    }

    @Override
    public ObjectNode prefill(UUID subject) {
        return JsonNodeFactory.instance.objectNode().put("visitor", "station");
    }
}

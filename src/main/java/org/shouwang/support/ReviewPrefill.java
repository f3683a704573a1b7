package org.shouwang.support;

import java.util.UUID;
import org.shouwang.workflow.Prefill;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A review asks of each need of the plan in force. */
@Component
class ReviewPrefill implements Prefill {

    private final Plans plans;

    ReviewPrefill(Plans plans) {
        this.plans = plans;
    }

    @Override
    public String form() {
        return "S05-review";
    }

    @Override
    public ObjectNode prefill(UUID subject) {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        NeedResults.put(known, plans.inForce(subject));
        return known;
    }
}

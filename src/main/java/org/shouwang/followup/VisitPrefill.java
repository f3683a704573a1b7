package org.shouwang.followup;

import java.util.UUID;
import org.shouwang.casefile.Cases;
import org.shouwang.casefile.Children;
import org.shouwang.workflow.Prefill;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Nothing changed and the siblings were there, until the visitor says otherwise: most visits take a minute. */
@Component
class VisitPrefill implements Prefill {

    private final Cases cases;

    VisitPrefill(Cases cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "F09-visit";
    }

    @Override
    public ObjectNode prefill(UUID subject) {
        ObjectNode known = JsonNodeFactory.instance.objectNode().put("changed", "same");
        Children.put(known, "alsoSeen", cases.siblings(subject));
        return known;
    }
}

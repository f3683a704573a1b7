package org.shouwang.casefile;

import java.util.UUID;
import org.shouwang.workflow.Prefill;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One conference is about all children of the home, unless somebody takes one out. */
@Component
class ConferencePrefill implements Prefill {

    private final Cases cases;

    ConferencePrefill(Cases cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "F06-conference";
    }

    @Override
    public ObjectNode prefill(UUID subject) {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        Children.put(known, "siblings", cases.siblings(subject));
        return known;
    }
}

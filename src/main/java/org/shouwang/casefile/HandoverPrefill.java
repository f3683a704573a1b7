package org.shouwang.casefile;

import java.util.UUID;
import org.shouwang.workflow.Prefill;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Only the police take a child out of a home, so it is they who hand it over. */
@Component
class HandoverPrefill implements Prefill {

    @Override
    public String form() {
        return "F03-handover";
    }

    @Override
    public ObjectNode prefill(UUID subject) {
        return JsonNodeFactory.instance.objectNode().put("fromOrgan", "police");
    }
}

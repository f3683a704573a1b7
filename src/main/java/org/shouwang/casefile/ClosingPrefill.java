package org.shouwang.casefile;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouwang.workflow.Prefill;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Of the tests for closing, the one whose answer stands in the file: whether the police have come to a result. */
@Component
class ClosingPrefill implements Prefill {

    private static final Set<String> OPEN_ENDED = Set.of("pending", "accepted");

    private final Cases cases;

    ClosingPrefill(Cases cases) {
        this.cases = cases;
    }

    @Override
    public String form() {
        return "F22-closing";
    }

    @Override
    public ObjectNode prefill(UUID subject) {
        List<PoliceContact> police = cases.police(subject);
        boolean known = police.isEmpty()
                || police.stream()
                        .map(PoliceContact::resultCode)
                        .anyMatch(result -> result != null && !OPEN_ENDED.contains(result));
        return JsonNodeFactory.instance.objectNode().put("testPolice", known ? "yes" : "no");
    }
}

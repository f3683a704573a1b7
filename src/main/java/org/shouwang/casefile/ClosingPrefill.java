package org.shouwang.casefile;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouwang.workflow.Prefill;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Of the tests for closing, those whose answer stands in the file; the others are for a person to say. */
@Component
class ClosingPrefill implements Prefill {

    /** Fields whose answer the file knows whole, not only when it is a no. */
    private static final List<String> KNOWN = List.of("testVisits", "testPolice");

    private final Cases cases;
    private final ClosingTests tests;

    ClosingPrefill(Cases cases, ClosingTests tests) {
        this.cases = cases;
        this.tests = tests;
    }

    @Override
    public String form() {
        return "F22-closing";
    }

    @Override
    public ObjectNode prefill(UUID subject) {
        Set<String> failed = tests.failed(cases.find(subject).orElseThrow());
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        KNOWN.forEach(test -> known.put(test, "yes"));
        failed.forEach(test -> known.put(test, "no"));
        return known;
    }
}

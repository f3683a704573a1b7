package org.shouwang.reporting;

import java.util.UUID;
import org.shouwang.workflow.Prefill;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts what the triage table proposes into {@code S01-triage}; a person confirms or raises it. */
@Component
class TriagePrefill implements Prefill {

    private final ReportStore store;

    TriagePrefill(ReportStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "S01-triage";
    }

    @Override
    public ObjectNode prefill(UUID subject) {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        store.find(subject).ifPresent(report -> {
            known.put("grade", report.grade());
            known.put(
                    "lead",
                    report.route().equals("township") && report.grade().compareTo("2") > 0 ? "township" : "county");
        });
        return known;
    }
}

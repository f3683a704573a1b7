package org.shouwang.support;

import java.util.Map;
import org.shouwang.casefile.CaseView;
import org.shouwang.workflow.Workflow;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** A plan that names legal aid has it asked for, once at a time. */
@Component
class PlannedLegalAid {

    private static final String LEGAL_AID = "legal-aid";

    private final Workflow workflow;

    PlannedLegalAid(Workflow workflow) {
        this.workflow = workflow;
    }

    void begin(JsonNode needs, CaseView planned) {
        boolean needed = needs.valueStream()
                .anyMatch(need -> need.path("measure").asString("").equals(LEGAL_AID));
        if (needed && !workflow.running(planned.id()).contains(LEGAL_AID)) {
            workflow.start(LEGAL_AID, planned.workSubject(), Map.of("grade", planned.grade()));
        }
    }
}

package org.shouwang.rescue;

import java.util.Map;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.shouwang.workflow.Workflow;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** {@code F02-emergency}: where the child was taken to a doctor, its treatment is followed from there on. */
@Component
class EmergencyTreatment implements RecordHandler {

    private static final String PROCESS = "medical-rescue";

    private final Cases cases;
    private final Workflow workflow;

    EmergencyTreatment(Cases cases, Workflow workflow) {
        this.cases = cases;
        this.workflow = workflow;
    }

    @Override
    public String form() {
        return "F02-emergency";
    }

    @Override
    public Map<String, Object> handle(Completion said) {
        if (treated(said.data()) && !workflow.running(said.subject()).contains(PROCESS)) {
            CaseView file = cases.find(said.subject()).orElseThrow();
            workflow.start(
                    PROCESS,
                    file.workSubject(),
                    Map.of("grade", "" + file.workSubject().grade()));
        }
        return Map.of();
    }

    private static boolean treated(ObjectNode data) {
        return data.path("medical").asString("").equals("yes")
                || data.path("place").asString("").equals("hospital")
                || data.path("calls")
                        .valueStream()
                        .anyMatch(call -> call.path("whom").asString("").equals("120"));
    }
}

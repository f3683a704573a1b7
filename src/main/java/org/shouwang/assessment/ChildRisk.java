package org.shouwang.assessment;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.shouwang.workflow.decision.Decided;
import org.shouwang.workflow.decision.Decisions;
import org.shouwang.workflow.decision.Reason;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Asks the county's risk table; of all rules that match, the gravest grade is proposed, with its reasons. */
@Component
class ChildRisk {

    private final Decisions decisions;

    ChildRisk(Decisions decisions) {
        this.decisions = decisions;
    }

    Proposal propose(JsonNode answers, boolean mustReport, UUID subject) {
        Map<String, Object> inputs = new HashMap<>();
        IntStream.rangeClosed(1, 10)
                .forEach(i -> inputs.put("d" + i, answers.path("d" + i).asString("unsure")));
        inputs.put("suspectAccess", answers.path("suspectAccess").asString("unsure"));
        inputs.put("rptSit", mustReport);
        Decided decided = decisions.decide("child-risk", inputs, subject);
        List<String> grades = decided.outputs().stream()
                .map(output -> String.valueOf(output.get("grade")))
                .toList();
        String gravest = grades.stream().min(Comparator.naturalOrder()).orElseThrow();
        List<String> reasons = IntStream.range(0, grades.size())
                .filter(i -> grades.get(i).equals(gravest))
                .mapToObj(i -> decided.reasons().get(i))
                .map(Reason::sentence)
                .toList();
        return new Proposal(decided.id(), gravest, reasons);
    }
}

package org.shouwang.assessment;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * {@code F04-screening}: the short assessment. The table proposes a grade; the worker agrees, raises at once, or asks
 * to lower, which a supervisor has to approve.
 */
@Component
class ScreeningRecord implements RecordHandler {

    private final ChildRisk risk;
    private final Assessments assessments;
    private final Cases cases;

    ScreeningRecord(ChildRisk risk, Assessments assessments, Cases cases) {
        this.risk = risk;
        this.assessments = assessments;
        this.cases = cases;
    }

    @Override
    public String form() {
        return "F04-screening";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        CaseView assessed = cases.find(completion.subject()).orElseThrow();
        JsonNode data = completion.data();
        ChildRisk.Proposal proposal = risk.propose(data, assessed.mustReport(), assessed.id());
        String judgement = data.get("judgement").asString();
        String decided = data.get("grade").asString();
        requireFitting(judgement, decided, proposal);
        cases.takeResponsibility(assessed.id(), completion.by());
        Assessment made = new Assessment(
                completion.record(),
                proposal,
                decided,
                judgement,
                data.get("childHeard").asString().equals("yes"),
                completion.by(),
                date(data),
                completion.at());
        assessments.keep(made, assessed);
        return variables(assessed, judgement, decided);
    }

    private Map<String, Object> variables(CaseView assessed, String judgement, String decided) {
        boolean lowered = judgement.equals("lower");
        CaseView after = cases.find(assessed.id()).orElseThrow();
        Map<String, Object> variables = new HashMap<>();
        variables.put("lowered", lowered ? "yes" : "no");
        variables.put("grade", lowered ? after.grade() : decided);
        variables.put("lead", after.lead());
        return variables;
    }

    private static void requireFitting(String judgement, String decided, ChildRisk.Proposal proposal) {
        int compared = decided.compareTo(proposal.grade());
        boolean fits =
                switch (judgement) {
                    case "agree" -> compared == 0;
                    case "raise" -> compared < 0;
                    default -> compared > 0;
                };
        if (!fits) {
            throw Refusal.invalid(List.of(FieldProblem.at(
                    "grade",
                    "grade-" + judgement,
                    Integer.valueOf(proposal.grade()),
                    String.join("", proposal.reasons()))));
        }
    }

    private static @Nullable LocalDate date(JsonNode data) {
        return data.hasNonNull("nextDate")
                ? LocalDate.parse(data.get("nextDate").asString())
                : null;
    }
}

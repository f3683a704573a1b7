package org.shouwang.assessment;

import java.util.List;
import java.util.UUID;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * The grade a table proposes.
 *
 * @param reasons what made it this one, in sentences
 */
record Proposal(UUID decision, String grade, List<String> reasons) {

    Proposal {
        reasons = List.copyOf(reasons);
    }

    /** Whoever agrees decides on the same grade, whoever raises on a graver one, whoever lowers on a lighter one. */
    void requireFitting(JsonNode data) {
        String judgement = data.get("judgement").asString();
        int compared = data.get("grade").asString().compareTo(grade);
        boolean fits =
                switch (judgement) {
                    case "agree" -> compared == 0;
                    case "raise" -> compared < 0;
                    default -> compared > 0;
                };
        if (!fits) {
            throw Refusal.invalid(List.of(
                    FieldProblem.at("grade", "grade-" + judgement, Integer.valueOf(grade), String.join("", reasons))));
        }
    }
}

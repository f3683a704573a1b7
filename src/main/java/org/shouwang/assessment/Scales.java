package org.shouwang.assessment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.decision.Decided;
import org.shouwang.workflow.decision.Decisions;
import org.shouwang.workflow.decision.Reason;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The long scales: a table says how many points each answer gives, another which grade their sum proposes, and anything
 * that must be reported makes it red. A scale never makes a case lighter: it raises its grade or leaves it.
 */
@Component
class Scales {

    private static final String MUST = "mustReport";

    private final Decisions decisions;
    private final Assessments assessments;
    private final Cases cases;
    private final Catalogues catalogues;

    Scales(Decisions decisions, Assessments assessments, Cases cases, Catalogues catalogues) {
        this.decisions = decisions;
        this.assessments = assessments;
        this.cases = cases;
        this.catalogues = catalogues;
    }

    /**
     * @param tool {@code ASSESSMENT_TOOL} code
     * @param points the table that gives them
     * @param must list of what must be reported
     */
    record Scale(String tool, String points, String must) {}

    Map<String, Object> handle(Scale scale, Completion completion) {
        CaseView assessed = cases.find(completion.subject()).orElseThrow();
        int score = score(scale.points(), completion.data(), assessed.id());
        Proposal proposal = propose(scale, score, completion.data(), assessed.id());
        proposal.requireFitting(completion.data());
        Assessment made = Assessment.of(scale.tool(), completion, proposal, score);
        assessments.keep(made, assessed);
        CaseView after = cases.find(assessed.id()).orElseThrow();
        return Map.of("lowered", made.lowers() ? "yes" : "no", "grade", after.grade(), "lead", after.lead());
    }

    private int score(String table, JsonNode answers, UUID subject) {
        Map<String, Object> inputs = new HashMap<>();
        decisions
                .inputs(table)
                .forEach(item -> inputs.put(item, answers.path(item).asString("unsure")));
        return decisions.decide(table, inputs, subject).outputs().stream()
                .mapToInt(output -> output.get("points") instanceof Number points ? points.intValue() : 0)
                .sum();
    }

    private Proposal propose(Scale scale, int score, JsonNode answers, UUID subject) {
        List<String> hits = hits(scale, answers);
        Decided decided = decisions.decide("scale-grade", Map.of("must", !hits.isEmpty(), "score", score), subject);
        String tool = word("ASSESSMENT_TOOL", scale.tool());
        List<String> reasons = new ArrayList<>(decided.reasons().stream()
                .map(Reason::sentence)
                .map(sentence -> tool + "：" + sentence)
                .toList());
        hits.forEach(hit -> reasons.add(hit + "。"));
        return new Proposal(decided.id(), decided.text("grade").orElseThrow(), reasons);
    }

    private List<String> hits(Scale scale, JsonNode answers) {
        return answers.path(MUST)
                .valueStream()
                .map(hit -> word(scale.must(), hit.asString()))
                .toList();
    }

    /** Reasons are kept as they read, like the sentences of the tables. */
    private String word(String list, String key) {
        return catalogues.current().codes().name(list, key, Locale.CHINESE);
    }
}

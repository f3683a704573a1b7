package org.shouwang.workflow.form;

import java.util.List;
import java.util.Map;
import org.shouwang.web.FieldProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * A form in somebody's hands: the answers so far, and what the page needs to show them.
 *
 * @param data a draft, a prefill or what was just sent
 * @param facts where known answers come from, by field name
 * @param names what to show for an id: a person's or a file's name
 * @param choices what may be chosen where no code list says so (divisions), by field name
 */
public record Filling(
        JsonNode data,
        List<FieldProblem> problems,
        Map<String, Fact> facts,
        Map<String, String> names,
        Map<String, List<Choice>> choices,
        Links links,
        boolean paged) {

    public Filling {
        problems = List.copyOf(problems);
        facts = Map.copyOf(facts);
        names = Map.copyOf(names);
        choices = Map.copyOf(choices);
    }

    public static Filling of(JsonNode data) {
        return new Filling(data, List.of(), Map.of(), Map.of(), Map.of(), Links.NONE, false);
    }

    public static Filling empty() {
        return of(JsonNodeFactory.instance.objectNode());
    }

    public Filling with(List<FieldProblem> now) {
        return new Filling(data, now, facts, names, choices, links, paged);
    }

    public Filling withFacts(Map<String, Fact> now) {
        return new Filling(data, problems, now, names, choices, links, paged);
    }

    public Filling withNames(Map<String, String> now) {
        return new Filling(data, problems, facts, now, choices, links, paged);
    }

    public Filling withChoices(Map<String, List<Choice>> now) {
        return new Filling(data, problems, facts, names, now, links, paged);
    }

    public Filling with(Links now) {
        return new Filling(data, problems, facts, names, choices, now, paged);
    }

    /** One section a screen, for the phone. */
    public Filling inPages() {
        return new Filling(data, problems, facts, names, choices, links, true);
    }
}

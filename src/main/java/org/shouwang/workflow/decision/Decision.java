package org.shouwang.workflow.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.instance.InputExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.dmn.Audit.DecisionTableEvaluationResult;
import org.camunda.dmn.DmnEngine.EvalResult;
import org.camunda.dmn.parser.ParsedDmn;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * One DMN file.
 *
 * @param sentences the rules' descriptions by rule id
 * @param inputs names of what the table reads from the caller
 * @param output name of the output column when there is only one, whose value the engine gives without its name
 */
record Decision(
        String key,
        String sha256,
        ParsedDmn dmn,
        Map<String, String> sentences,
        Set<String> inputs,
        @Nullable String output) {

    /** A name that is no function and stands in no text. */
    private static final Pattern NAME = Pattern.compile("\"[^\"]*\"|\\b([A-Za-z_]\\w*)\\b(?!\\s*\\()");

    private static final Set<String> FEEL = Set.of(
            "if",
            "then",
            "else",
            "true",
            "false",
            "null",
            "and",
            "or",
            "in",
            "between",
            "for",
            "return",
            "some",
            "every",
            "satisfies",
            "instance",
            "of",
            "list",
            "string",
            "item");

    static Decision of(String key, String sha256, ParsedDmn dmn) {
        Map<String, String> sentences = new HashMap<>();
        for (Rule rule : dmn.model().getModelElementsByType(Rule.class)) {
            if (rule.getId() != null && rule.getDescription() != null) {
                sentences.put(
                        rule.getId(), rule.getDescription().getTextContent().strip());
            }
        }
        Collection<Output> outputs = dmn.model().getModelElementsByType(Output.class);
        String output = outputs.size() == 1 ? outputs.iterator().next().getName() : null;
        return new Decision(key, sha256, dmn, Map.copyOf(sentences), inputs(dmn), output);
    }

    /** The names in the input expressions, without those another decision of the same file supplies. */
    static Set<String> inputs(ParsedDmn dmn) {
        Set<String> names = dmn.model().getModelElementsByType(InputExpression.class).stream()
                .filter(expression -> expression.getText() != null)
                .map(expression -> expression.getText().getTextContent())
                .flatMap(text -> NAME.matcher(text).results().map(found -> found.group(1)))
                .filter(name -> name != null && !FEEL.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        names.removeAll(CollectionConverters.asJava(dmn.decisionsById()).keySet());
        names.removeAll(CollectionConverters.asJava(dmn.decisionsByName()).keySet());
        return names;
    }

    Finding finding(EvalResult result) {
        List<Reason> reasons = new ArrayList<>();
        for (var entry : CollectionConverters.asJava(result.auditLog().entries())) {
            if (entry.result() instanceof DecisionTableEvaluationResult table) {
                for (var matched : CollectionConverters.asJava(table.matchedRules())) {
                    String rule = matched.rule().id();
                    reasons.add(new Reason(rule, sentences.getOrDefault(rule, "")));
                }
            }
        }
        return new Finding(sha256, outputs(FeelValues.toJava(result.value())), reasons);
    }

    private List<Map<String, Object>> outputs(@Nullable Object value) {
        List<Map<String, Object>> outputs = new ArrayList<>();
        if (value instanceof Collection<?> several) {
            several.forEach(each -> outputs.addAll(outputs(each)));
        } else if (value instanceof Map<?, ?> named) {
            Map<String, Object> row = new HashMap<>();
            named.forEach((name, each) -> row.put(String.valueOf(name), each));
            outputs.add(row);
        } else if (value != null) {
            outputs.add(Map.of(output == null ? key : output, value));
        }
        return List.copyOf(outputs);
    }
}

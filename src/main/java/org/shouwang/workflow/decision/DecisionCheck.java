package org.shouwang.workflow.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.dmn.parser.ParsedDmn;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.catalogue.CodeList;
import org.shouwang.workflow.catalogue.Codes;
import org.shouwang.workflow.catalogue.Fault;

/** Finds what would keep a decision from being made, from being understood, or from ever matching. */
final class DecisionCheck {

    private static final String NAMESPACE = "http://shouwang.org/bpmn";
    private static final Set<HitPolicy> POLICIES = Set.of(HitPolicy.FIRST, HitPolicy.UNIQUE, HitPolicy.COLLECT);
    private static final Pattern TEXT = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern BARE_WORDS =
            Pattern.compile("(?:not\\s*\\()?\\s*([A-Za-z_]\\w*(?:\\s*,\\s*[A-Za-z_]\\w*)*)\\s*\\)?");
    private static final Set<String> LITERALS = Set.of("true", "false", "null");

    private final String file;
    private final String key;
    private final ParsedDmn dmn;
    private final Codes codes;
    private final List<Fault> faults;

    DecisionCheck(String file, String key, ParsedDmn dmn, Codes codes, List<Fault> faults) {
        this.file = file;
        this.key = key;
        this.dmn = dmn;
        this.codes = codes;
        this.faults = faults;
    }

    void check() {
        if (!dmn.decisionsById().contains(key)) {
            fault("", "no decision has the id " + key + ", which the file's name demands");
        }
        Collection<DecisionTable> tables = dmn.model().getModelElementsByType(DecisionTable.class);
        if (tables.isEmpty()) {
            fault("", "has no decision table; only tables have rules whose sentences can be shown");
        }
        tables.forEach(this::checkTable);
        checkRules();
    }

    private void checkTable(DecisionTable table) {
        if (!POLICIES.contains(table.getHitPolicy())) {
            fault(table.getId(), "hit policy is " + table.getHitPolicy() + "; it must be FIRST, UNIQUE or COLLECT");
        }
        List<DmnElement> inputs = new ArrayList<>(table.getInputs());
        List<DmnElement> outputs = new ArrayList<>(table.getOutputs());
        table.getOutputs().stream()
                .filter(output -> output.getDefaultOutputEntry() != null)
                .forEach(output -> fault(
                        output.getId(),
                        "a default value has no sentence: end the table with a rule that always matches"));
        for (Rule rule : table.getRules()) {
            checkEntries(rule, inputs, new ArrayList<>(rule.getInputEntries()), true);
            checkEntries(rule, outputs, new ArrayList<>(rule.getOutputEntries()), false);
        }
    }

    private void checkEntries(Rule rule, List<DmnElement> columns, List<DmnElement> entries, boolean in) {
        if (columns.size() != entries.size()) {
            fault(
                    rule.getId(),
                    "has " + entries.size() + (in ? " input" : " output") + " entries, but the table has "
                            + columns.size() + " such columns");
            return;
        }
        for (int i = 0; i < columns.size(); i++) {
            String text = text(entries.get(i));
            checkWords(rule, text);
            checkCodes(rule, columns.get(i), text);
        }
    }

    /** A word without quotes is a variable in FEEL: written for a code, it never matches and nobody is told. */
    private void checkWords(Rule rule, String text) {
        Matcher matcher = BARE_WORDS.matcher(text);
        if (!matcher.matches()) {
            return;
        }
        Set<String> known = Decision.inputs(dmn);
        Stream.of(matcher.group(1).split("\\s*,\\s*"))
                .filter(word -> !LITERALS.contains(word) && !known.contains(word))
                .forEach(word -> fault(rule.getId(), word + " is no input; a code stands in quotes: \"" + word + "\""));
    }

    private void checkCodes(Rule rule, DmnElement column, String text) {
        String code = column.getAttributeValueNs(NAMESPACE, "code");
        if (code == null) {
            return;
        }
        CodeList list = codes.find(code).orElse(null);
        if (list == null) {
            fault(column.getId(), "there is no code list " + code);
            return;
        }
        TEXT.matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(value -> !list.has(value))
                .forEach(value -> fault(rule.getId(), "\"" + value + "\" is not in the code list " + code));
    }

    private void checkRules() {
        Set<String> ids = new HashSet<>();
        int number = 0;
        for (Rule rule : dmn.model().getModelElementsByType(Rule.class)) {
            number++;
            String id = rule.getId();
            String place = id == null ? "rule " + number : id;
            if (id == null) {
                fault(place, "has no id");
            } else if (!ids.add(id)) {
                fault(place, "the id is there twice");
            }
            if (rule.getDescription() == null
                    || rule.getDescription().getTextContent().isBlank()) {
                fault(place, "has no <description>: the sentence that people read as the reason");
            }
        }
    }

    private static String text(DmnElement entry) {
        return entry.getTextContent().strip();
    }

    private void fault(@Nullable String place, String reason) {
        faults.add(new Fault(file, place == null ? "" : place, reason));
    }
}

package org.shouwang.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.shouwang.access.Rule.Reach;

/** Checks a matrix as a whole: no name that nothing has, no form and no sealed field that no row speaks of. */
final class MatrixCheck {

    /** Acts about the records of a form; the others know none. */
    private static final Set<String> WITH_FORM = Set.of(
            "record.read",
            "task.work",
            "report.submit",
            "hotline.enter",
            "late-report.record",
            "supervision.ask",
            "suggestion.record",
            "process.start");

    private static final String READ = "record.read";
    private static final Set<String> WORK = Set.of(
            "task.work",
            "report.submit",
            "hotline.enter",
            "late-report.record",
            "supervision.ask",
            "suggestion.record");

    private final MatrixNames names;
    private final List<String> faults;

    MatrixCheck(MatrixNames names, List<String> faults) {
        this.names = names;
        this.faults = faults;
    }

    void check(List<Rule> rules) {
        Map<Rule, Integer> seen = new HashMap<>();
        for (Rule rule : rules) {
            names(rule);
            place(rule);
            Integer before = seen.put(
                    new Rule(
                            rule.role(),
                            rule.act(),
                            rule.reach(),
                            rule.restricted(),
                            rule.stage(),
                            rule.state(),
                            rule.form(),
                            rule.field(),
                            "",
                            0),
                    rule.line());
            if (before != null) {
                fault(rule, "repeats line " + before);
            }
        }
        names.forms().forEach((form, fields) -> form(form, fields, rules));
    }

    private void names(Rule rule) {
        boolean nobody = rule.role().equals(Rule.NOBODY) && rule.act().equals(READ);
        if (!nobody && !names.roles().contains(rule.role())) {
            fault(rule, "no such role in roles.yaml: " + rule.role());
        }
        if (!names.acts().test(rule.act())) {
            fault(rule, "nothing asks for this act: " + rule.act());
        }
        known(rule, rule.stage(), names.stages()::contains, "no such code of STAGE");
        known(rule, rule.state(), Subject.STATES::contains, "no such state (lead, open, closed)");
        known(rule, rule.form(), names.forms()::containsKey, "no such form under forms/");
        known(rule, rule.field(), field -> isField(rule, field), "none of its forms has this field");
    }

    /** A class any form has, whether these have it today or not; a name only of the forms of the row. */
    private boolean isField(Rule rule, String field) {
        if (field.startsWith("@")) {
            return names.forms().values().stream().anyMatch(fields -> fields.containsValue(field.substring(1)));
        }
        return names.forms().entrySet().stream()
                .anyMatch(form ->
                        rule.form().has(form.getKey()) && form.getValue().containsKey(field));
    }

    private void known(Rule rule, Cell cell, Predicate<String> known, String reason) {
        new TreeSet<>(cell.named()).stream().filter(known.negate()).forEach(name -> fault(rule, reason + ": " + name));
    }

    /** What a list is cut by has to be what one record is judged by; lists know no stage, and a state only by name. */
    private void place(Rule rule) {
        if (!WITH_FORM.contains(rule.act()) && !rule.form().isAll()) {
            fault(rule, rule.act() + " knows no form");
        }
        if (!rule.act().equals(READ) && !rule.field().isAll()) {
            fault(rule, rule.act() + " knows no field");
        }
        if (rule.reach() == Reach.ANY && rule.asksStanding() && !rule.role().equals(Rule.NOBODY)) {
            fault(rule, "what is allowed anywhere is about no case: stage and state must be *");
        }
        boolean listed = rule.act().endsWith(".read")
                && !rule.act().equals(READ)
                && !rule.act().startsWith("attach");
        if (listed && (!rule.stage().isAll() || !rule.state().isAll() && rule.reach() == Reach.TERRITORY)) {
            fault(rule, "what stands in lists is limited by state only, and for those named on it only");
        }
    }

    private void form(String form, Map<String, String> fields, List<Rule> rules) {
        if (rules.stream().noneMatch(rule -> rule.act().equals(READ) && names(rule, form))) {
            faults.add(form + ": no row of " + READ + " names this form: who reads it?");
        }
        if (rules.stream().noneMatch(rule -> WORK.contains(rule.act()) && names(rule, form))) {
            faults.add(form + ": no row of task.work names this form: who fills it in?");
        }
        fields.forEach((field, dataClass) -> {
            if (!dataClass.isEmpty() && rules.stream().noneMatch(rule -> speaksOf(rule, form, field, dataClass))) {
                faults.add(form + ": " + field + " is kept apart (" + dataClass + "), and no row of " + READ
                        + " names the field or @" + dataClass);
            }
        });
    }

    private static boolean names(Rule rule, String form) {
        return rule.form().in().contains(form);
    }

    private static boolean speaksOf(Rule rule, String form, String field, String dataClass) {
        return rule.act().equals(READ)
                && rule.form().has(form)
                && (rule.field().in().contains(field) || rule.field().in().contains("@" + dataClass));
    }

    private void fault(Rule rule, String reason) {
        faults.add("line " + rule.line() + ": " + reason);
    }
}

package org.shouwang.workflow.engine;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flowable.bpmn.model.UserTask;
import org.shouwang.workflow.catalogue.Fault;
import org.shouwang.workflow.clock.ClockBook;
import org.shouwang.workflow.clock.ClockRule;
import org.shouwang.workflow.form.Forms;

/**
 * Checks that whatever starts, stops, pauses or resumes a clock can happen. A clock that waits for a step nobody draws or
 * an event nobody fires would keep silent for ever.
 */
public final class ClockTriggers {

    private final BpmnFiles processes;
    private final Forms forms;
    private final Set<String> signals;
    private final List<Fault> faults;

    /** @param signals words that beans fire by themselves, see {@code ClockSignals} */
    public ClockTriggers(BpmnFiles processes, Forms forms, Set<String> signals, List<Fault> faults) {
        this.processes = processes;
        this.forms = forms;
        this.signals = signals;
        this.faults = faults;
    }

    public void check(ClockBook clocks) {
        Set<String> tasks = tasks();
        Set<String> words = new TreeSet<>(signals);
        words.addAll(called("happened"));
        Set<String> timed = called("due", "agreed");
        for (ClockRule rule : clocks.rules()) {
            triggers(rule).forEach(trigger -> trigger(rule, trigger, tasks, words));
            if (rule.starts().equals("timer") && !timed.contains(rule.key())) {
                fault(rule, "times no step: no process calls ${clocks.due('" + rule.key() + "', execution)}");
            }
            if (rule.countsFrom() != null) {
                countsFrom(rule, rule.countsFrom());
            }
            if (rule.termFrom() != null && rule.starts().startsWith("task:")) {
                variable(rule, rule.termFrom(), "runs as long as ");
            }
        }
    }

    private static Stream<String> triggers(ClockRule rule) {
        return Stream.of(rule.starts(), rule.stops(), rule.pauses(), rule.resumes())
                .filter(Objects::nonNull);
    }

    private void trigger(ClockRule rule, String trigger, Set<String> tasks, Set<String> words) {
        String name = trigger.substring(trigger.indexOf(':') + 1);
        if (trigger.startsWith("task:") && !tasks.contains(name)) {
            fault(rule, "there is no user task " + name);
        } else if (trigger.startsWith("record:") && forms.find(name).isEmpty()) {
            fault(rule, "there is no form " + name + " under forms/");
        } else if (trigger.startsWith("event:") && !words.contains(name)) {
            fault(rule, "nothing fires the event " + name + "; known are " + String.join(", ", words));
        }
    }

    private void countsFrom(ClockRule rule, String field) {
        if (rule.starts().startsWith("task:")) {
            variable(rule, field, "counts from ");
            return;
        }
        boolean dated = forms.find(rule.starts().substring("record:".length()))
                .flatMap(form -> form.field(field))
                .filter(found -> found.widget().isDate())
                .isPresent();
        if (!dated) {
            fault(rule, "counts from " + field + ", which is no date of the form it starts with");
        }
    }

    private void variable(ClockRule rule, String name, String what) {
        String process = rule.starts().substring("task:".length(), rule.starts().indexOf('/'));
        boolean known = processes.all().stream()
                .filter(file -> file.key().equals(process))
                .flatMap(file -> file.process().getDataObjects().stream())
                .anyMatch(data -> data.getName().equals(name));
        if (!known) {
            fault(rule, what + name + ", which is no variable of the process it starts in");
        }
    }

    private Set<String> tasks() {
        return processes.all().stream()
                .flatMap(file -> file.all(UserTask.class).stream().map(task -> file.key() + "/" + task.getId()))
                .collect(Collectors.toSet());
    }

    /** First arguments of these calls of {@code clocks} in all processes. */
    private Set<String> called(String... methods) {
        return processes.all().stream()
                .flatMap(file -> file.text().expressions().stream())
                .flatMap(found -> BpmnExpression.all(found.text()).stream())
                .flatMap(expression -> expression.calls().stream())
                .filter(call -> call.bean().equals("clocks") && Set.of(methods).contains(call.method()))
                .flatMap(call ->
                        call.arguments().stream().filter(Objects::nonNull).limit(1))
                .collect(Collectors.toSet());
    }

    private void fault(ClockRule rule, String reason) {
        faults.add(new Fault("clocks.yaml", rule.key(), reason));
    }
}

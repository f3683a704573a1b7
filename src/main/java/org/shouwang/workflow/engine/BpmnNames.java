package org.shouwang.workflow.engine;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.shouwang.workflow.FromCodes;
import org.shouwang.workflow.catalogue.Fault;

/** Checks every name in a process's expressions: beans, methods, variables, codes, clocks, processes, messages. */
final class BpmnNames {

    private static final Set<String> GIVEN = Set.of(
            "execution",
            "subject",
            "task",
            "nrOfInstances",
            "nrOfCompletedInstances",
            "nrOfActiveInstances",
            "loopCounter");

    private final BpmnFile file;
    private final BpmnContext context;
    private final Set<String> processes;
    private final Set<String> messages;
    private final List<Fault> faults;
    private final Set<String> variables;

    /**
     * @param processes keys of all processes
     * @param messages names that some process receives
     */
    BpmnNames(BpmnFile file, BpmnContext context, Set<String> processes, Set<String> messages, List<Fault> faults) {
        this.file = file;
        this.context = context;
        this.processes = processes;
        this.messages = messages;
        this.faults = faults;
        this.variables = new HashSet<>(GIVEN);
        variables.addAll(context.formVariables().keySet());
        variables.addAll(file.text().variables());
        variables.addAll(BpmnFile.ownList(file.process(), "variables"));
        file.process().getDataObjects().forEach(data -> variables.add(data.getName()));
    }

    void check() {
        for (BpmnText.Found found : file.text().expressions()) {
            List<BpmnExpression> expressions = BpmnExpression.all(found.text());
            if (expressions.isEmpty()) {
                fault(found, "the expression " + found.text() + " is not closed");
            }
            for (BpmnExpression expression : expressions) {
                expression.names().forEach(name -> variable(found, name));
                expression.calls().forEach(call -> call(found, call));
                expression.comparisons().forEach(comparison -> code(found, comparison));
                expression
                        .properties()
                        .forEach(name -> fault(
                                found, found.text() + " reads a property of " + name + "; only methods may be called"));
            }
        }
    }

    private void variable(BpmnText.Found found, String name) {
        if (context.beans().containsKey(name)) {
            fault(found, found.text() + " names the bean " + name + " but calls none of its methods");
        } else if (!variables.contains(name)) {
            fault(
                    found,
                    found.text() + " names the variable " + name + ", which no form hands over (x-variable) and the"
                            + " process does not declare (sw:variables)");
        }
    }

    private void code(BpmnText.Found found, BpmnExpression.Comparison comparison) {
        Set<String> codes = context.formVariables().getOrDefault(comparison.variable(), Set.of());
        if (!codes.isEmpty() && !codes.contains(comparison.value())) {
            fault(
                    found,
                    found.text() + " compares " + comparison.variable() + " with '" + comparison.value()
                            + "', which is none of its codes: " + String.join(", ", new TreeSet<>(codes)));
        }
    }

    private void call(BpmnText.Found found, BpmnExpression.Call call) {
        Class<?> bean = context.beans().get(call.bean());
        if (bean != null) {
            method(found, call, bean);
            arguments(found, call);
        } else if (!variables.contains(call.bean())) {
            fault(
                    found,
                    found.text() + " names the bean " + call.bean() + "; processes may call "
                            + String.join(", ", new TreeSet<>(context.beans().keySet())));
        }
    }

    private void method(BpmnText.Found found, BpmnExpression.Call call, Class<?> bean) {
        List<Method> methods = Arrays.stream(bean.getMethods())
                .filter(method -> method.getName().equals(call.method()))
                .toList();
        int given = call.arguments().size();
        if (methods.isEmpty()) {
            fault(found, "the bean " + call.bean() + " has no method " + call.method());
        } else if (methods.stream().noneMatch(method -> takes(method, given))) {
            fault(found, call.bean() + "." + call.method() + " does not take " + given + " argument(s)");
        } else {
            methods.stream().filter(method -> takes(method, given)).forEach(method -> codes(found, call, method));
        }
    }

    private void codes(BpmnText.Found found, BpmnExpression.Call call, Method method) {
        for (int i = 0; i < method.getParameterCount() && i < call.arguments().size(); i++) {
            FromCodes from = method.getParameters()[i].getAnnotation(FromCodes.class);
            String given = call.arguments().get(i);
            if (from != null && given != null && !context.codes(from.value()).contains(given)) {
                fault(found, call.bean() + "." + call.method() + ": " + given + " is no code of " + from.value());
            }
        }
    }

    private static boolean takes(Method method, int given) {
        int count = method.getParameterCount();
        return method.isVarArgs() ? given >= count - 1 : given == count;
    }

    /** The beans of the engine room itself take keys of the catalogue. */
    private void arguments(BpmnText.Found found, BpmnExpression.Call call) {
        String literal =
                call.arguments().stream().filter(Objects::nonNull).findFirst().orElse(null);
        if (literal == null) {
            return;
        }
        if (call.bean().equals("clocks")
                && !call.method().equals("happened")
                && !context.clocks().contains(literal)) {
            fault(found, "there is no clock " + literal + " in clocks.yaml");
        } else if (call.bean().equals("processes")) {
            target(found, call.method(), literal);
        }
    }

    private void target(BpmnText.Found found, String method, String literal) {
        if (Set.of("start", "ensure").contains(method) && !processes.contains(literal)) {
            fault(found, "there is no process " + literal + " under bpmn/");
        } else if (Set.of("message", "signal", "send").contains(method) && !messages.contains(literal)) {
            fault(found, "no process receives the message " + literal);
        }
    }

    private void fault(BpmnText.Found found, String reason) {
        faults.add(new Fault(file.path(), found.place(), reason));
    }
}

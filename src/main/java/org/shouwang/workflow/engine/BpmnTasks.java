package org.shouwang.workflow.engine;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.flowable.bpmn.model.BaseElement;
import org.flowable.bpmn.model.Event;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.TimerEventDefinition;
import org.flowable.bpmn.model.UserTask;
import org.flowable.bpmn.model.ValuedDataObject;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.catalogue.Fault;

/** Checks what people get to see and do: forms, roles, words; and that timers take their date from a clock. */
final class BpmnTasks {

    private final BpmnFile file;
    private final BpmnContext context;
    private final List<Fault> faults;

    BpmnTasks(BpmnFile file, BpmnContext context, List<Fault> faults) {
        this.file = file;
        this.context = context;
        this.faults = faults;
    }

    void check() {
        List<UserTask> tasks = file.all(UserTask.class);
        Set<String> ids = tasks.stream().map(UserTask::getId).collect(Collectors.toSet());
        Set<String> variables = file.process().getDataObjects().stream()
                .map(ValuedDataObject::getName)
                .collect(Collectors.toSet());
        for (UserTask task : tasks) {
            words(task);
            form(task);
            addressee(task);
            allowed(task);
            unknown(task, "stage", context.codes("STAGE"), "is no code of STAGE");
            unknown(task, "roster", context.rosters(), "is no duty roster");
            unknown(task, "notBy", ids, "is no user task of this process");
            unknown(task, "also", variables, "is no variable of this process");
            unknown(task, "notByOfficer", variables, "is no variable of this process");
        }
        file.all(Event.class).forEach(this::timer);
        startable();
        sensitive(file.process(), file.key());
        file.all(FlowNode.class).forEach(node -> sensitive(node, node.getId()));
    }

    /** Whoever begins it fills in its first form: so it begins with one, and its drawing says what it is for. */
    private void startable() {
        if (BpmnFile.own(file.process(), "startable") == null) {
            return;
        }
        if (StartableProcesses.first(file.process()).isEmpty()) {
            fault(file.key(), "is sw:startable, but does not begin with a user task");
        }
        if (blank(file.process().getDocumentation()) || blank(file.process().getName())) {
            fault(file.key(), "is sw:startable, but has no name or no <documentation>");
        }
    }

    private void words(UserTask task) {
        if (blank(task.getName())) {
            fault(task.getId(), "has no name");
        }
        if (blank(task.getDocumentation())) {
            fault(task.getId(), "has no <documentation>: what this step is, in plain words");
        }
    }

    private void form(UserTask task) {
        if (blank(task.getFormKey())) {
            fault(task.getId(), "has no flowable:formKey");
        } else if (!context.forms().contains(task.getFormKey())) {
            fault(task.getId(), "there is no form " + task.getFormKey() + " under forms/");
        }
    }

    private void addressee(UserTask task) {
        String assignee = task.getAssignee();
        if (task.getCandidateGroups().isEmpty() && blank(assignee)) {
            fault(task.getId(), "has neither a role (flowable:candidateGroups) nor a person (flowable:assignee)");
        }
        if (!task.getCandidateUsers().isEmpty()) {
            fault(task.getId(), "names users; address roles, or one person by a variable");
        }
        if (assignee != null && !assignee.isBlank() && !assignee.startsWith("${")) {
            fault(task.getId(), "flowable:assignee must be a variable that holds an officer's id");
        }
        task.getCandidateGroups().stream()
                .filter(role -> !context.roles().contains(role))
                .forEach(role -> fault(
                        task.getId(),
                        role.contains("${")
                                ? "roles stand literally; route by a gateway instead of " + role
                                : "there is no role " + role + " in roles.yaml"));
    }

    /** Whoever is addressed has to be let work: else the task would wait for somebody who is refused. */
    private void allowed(UserTask task) {
        task.getCandidateGroups().stream()
                .filter(role ->
                        context.roles().contains(role) && context.forms().contains("" + task.getFormKey()))
                .filter(role -> !context.works().test(role, "" + task.getFormKey()))
                .forEach(role -> fault(
                        task.getId(),
                        "access-matrix.csv has no row task.work for " + role + " and " + task.getFormKey()));
    }

    private void unknown(UserTask task, String attribute, Set<String> known, String reason) {
        BpmnFile.ownList(task, attribute).stream()
                .filter(value -> !known.contains(value))
                .forEach(value -> fault(
                        task.getId(),
                        "sw:" + attribute + " " + value + " " + reason + " (" + String.join(", ", new TreeSet<>(known))
                                + ")"));
    }

    private void timer(Event event) {
        event.getEventDefinitions().stream()
                .filter(TimerEventDefinition.class::isInstance)
                .map(TimerEventDefinition.class::cast)
                .filter(timer ->
                        timer.getTimeDate() == null || !timer.getTimeDate().startsWith("${clocks."))
                .forEach(timer -> fault(
                        event.getId(),
                        "a timer takes its date from a clock, so that it has a basis: <timeDate>${clocks.due('key',"
                                + " execution)}</timeDate>"));
    }

    private void sensitive(BaseElement element, String place) {
        SensitiveSteps.classes(element).stream()
                .filter(value -> !value.equals(SensitiveSteps.ALWAYS)
                        && !context.codes("SENSITIVE").contains(value))
                .forEach(value -> fault(place, "sw:sensitive is always or codes of SENSITIVE, not " + value));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private void fault(String place, String reason) {
        faults.add(new Fault(file.path(), place, reason));
    }
}

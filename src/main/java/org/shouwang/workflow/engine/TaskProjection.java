package org.shouwang.workflow.engine;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.flowable.bpmn.model.ExtensionAttribute;
import org.flowable.bpmn.model.UserTask;
import org.flowable.common.engine.api.variable.VariableContainer;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.task.api.Task;
import org.flowable.variable.api.delegate.VariableScope;
import org.jspecify.annotations.Nullable;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.workflow.clock.Term;
import org.shouwang.workflow.inbox.Inbox;
import org.shouwang.workflow.inbox.NewTask;
import org.springframework.stereotype.Component;

/** Turns the engine's tasks into rows of the inbox. */
@Component
class TaskProjection {

    private static final String NOBODY = "none";
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final RepositoryService repository;
    private final Inbox inbox;
    private final RowIdentity identity;
    private final RuntimeService runtime;

    TaskProjection(RepositoryService repository, Inbox inbox, RowIdentity identity, RuntimeService runtime) {
        this.repository = repository;
        this.inbox = inbox;
        this.identity = identity;
        this.runtime = runtime;
    }

    void opened(Task task) {
        identity.open(subject(task));
        UserTask drawn = (UserTask)
                repository.getBpmnModel(task.getProcessDefinitionId()).getFlowElement(task.getTaskDefinitionKey());
        inbox.open(new NewTask(
                task.getId(),
                task.getProcessInstanceId(),
                subject(task),
                processKey(task),
                task.getTaskDefinitionKey(),
                drawn.getFormKey(),
                drawn.getName(),
                attribute(drawn, "stage"),
                List.copyOf(drawn.getCandidateGroups()),
                assignee(task),
                officers(task, split(attribute(drawn, "also"))),
                attribute(drawn, "roster"),
                split(attribute(drawn, "notBy")),
                officers(task, split(attribute(drawn, "notByOfficer"))),
                days(task),
                terms(task)));
    }

    /** Nobody stands behind a timer: what it does, it does to the one subject its process is about. */
    void woken(String instance) {
        identity.open(UUID.fromString(
                runtime.getVariable(instance, EngineRoom.SUBJECT).toString()));
    }

    void dropped(Task task) {
        inbox.dropped(task.getId());
    }

    private static UUID subject(Task task) {
        Object subject = ((VariableContainer) task).getVariable(EngineRoom.SUBJECT);
        if (subject == null) {
            throw new IllegalStateException("process without a subject: " + task.getProcessDefinitionId());
        }
        return UUID.fromString(subject.toString());
    }

    private static String processKey(Task task) {
        String definition = task.getProcessDefinitionId();
        return definition.substring(0, definition.indexOf(':'));
    }

    /** A variable that names nobody says so. */
    private static @Nullable UUID assignee(Task task) {
        String named = task.getAssignee();
        return named == null || named.equals(NOBODY) ? null : UUID.fromString(named);
    }

    /** Days the process knows, for clocks that count from one of them. */
    private static Map<String, LocalDate> days(Task task) {
        Map<String, LocalDate> days = new HashMap<>();
        ((VariableScope) task).getVariables().forEach((name, value) -> {
            if (value instanceof LocalDate day) {
                days.put(name, day);
            } else if (value instanceof String text && DAY.matcher(text).matches()) {
                days.put(name, LocalDate.parse(text));
            }
        });
        return days;
    }

    /** Terms the process knows, for clocks that run as long as one of them. */
    private static Map<String, Term> terms(Task task) {
        Map<String, Term> terms = new HashMap<>();
        ((VariableScope) task).getVariables().forEach((name, value) -> {
            if (value instanceof String text) {
                Term.parse(text).ifPresent(term -> terms.put(name, term));
            }
        });
        return terms;
    }

    private static @Nullable String attribute(UserTask task, String name) {
        Map<String, List<ExtensionAttribute>> attributes = task.getAttributes();
        return attributes.getOrDefault(name, List.of()).stream()
                .filter(attribute -> EngineRoom.NAMESPACE.equals(attribute.getNamespace()))
                .map(ExtensionAttribute::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Officers whom variables of the process name by their ids. */
    private static Set<UUID> officers(Task task, Set<String> variables) {
        return variables.stream()
                .map(name -> String.valueOf(((VariableContainer) task).getVariable(name)))
                .filter(value -> !value.equals(NOBODY))
                .map(UUID::fromString)
                .collect(Collectors.toSet());
    }

    private static Set<String> split(@Nullable String list) {
        return list == null
                ? Set.of()
                : Set.copyOf(Arrays.stream(list.split(",")).map(String::strip).toList());
    }
}

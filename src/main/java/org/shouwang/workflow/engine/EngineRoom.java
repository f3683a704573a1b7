package org.shouwang.workflow.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flowable.bpmn.model.Process;
import org.flowable.engine.HistoryService;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.history.HistoricActivityInstance;
import org.flowable.engine.history.HistoricProcessInstance;
import org.flowable.engine.runtime.Execution;
import org.flowable.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.shouwang.rowsecurity.RowIdentity;
import org.springframework.stereotype.Component;

/** What the rest of the workflow module may ask of the engine. */
@Component
public class EngineRoom {

    /** The variable every instance carries: id of the case or report it works on. */
    public static final String SUBJECT = "subject";

    static final String NAMESPACE = "http://shouwang.org/bpmn";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final HistoryService history;
    private final RepositoryService repository;
    private final RowIdentity identity;

    EngineRoom(
            RuntimeService runtime,
            TaskService tasks,
            HistoryService history,
            RepositoryService repository,
            RowIdentity identity) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.history = history;
        this.repository = repository;
        this.identity = identity;
    }

    /** Starts a process in the caller's transaction. */
    public String start(String process, UUID subject, Map<String, ?> variables) {
        identity.open(subject);
        Map<String, Object> all = new HashMap<>(variables);
        all.put(SUBJECT, subject.toString());
        VariableGuard.check(all);
        return runtime.startProcessInstanceByKey(process, subject.toString(), all)
                .getProcessInstanceId();
    }

    /** Completes a task; the process moves on before this returns. */
    public void complete(String task, Map<String, Object> variables) {
        VariableGuard.check(variables);
        tasks.complete(task, variables);
    }

    /**
     * Hands a message to every instance of the subject that waits for it.
     *
     * @return how many took it
     */
    public int send(UUID subject, String message, Map<String, Object> variables) {
        VariableGuard.check(variables);
        identity.open(subject);
        List<Execution> waiting = runtime.createExecutionQuery()
                .processInstanceBusinessKey(subject.toString(), true)
                .messageEventSubscriptionName(message)
                .list();
        waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId(), variables));
        return waiting.size();
    }

    /** As {@link #send(UUID, String, Map)}, to this one instance of the subject. */
    public int sendTo(String instance, UUID subject, String message) {
        identity.open(subject);
        List<Execution> waiting = runtime.createExecutionQuery()
                .processInstanceId(instance)
                .messageEventSubscriptionName(message)
                .list();
        waiting.forEach(execution -> runtime.messageEventReceived(message, execution.getId()));
        return waiting.size();
    }

    /** Whether any instance of the subject waits for this message. */
    public boolean waits(UUID subject, String message) {
        return runtime.createExecutionQuery()
                        .processInstanceBusinessKey(subject.toString(), true)
                        .messageEventSubscriptionName(message)
                        .count()
                > 0;
    }

    /** Keys of the processes that run for the subject, however many ended before. */
    public List<String> running(UUID subject) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(subject.toString()).list().stream()
                .map(ProcessInstance::getProcessDefinitionKey)
                .toList();
    }

    /** Names of the processes that run for the subject and say that they end before it is closed. */
    public List<String> holdsOpen(UUID subject) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(subject.toString()).list().stream()
                .map(instance -> repository
                        .getBpmnModel(instance.getProcessDefinitionId())
                        .getMainProcess())
                .filter(process -> "true".equals(process.getAttributeValue(NAMESPACE, "ends-before-closing")))
                .map(Process::getName)
                .distinct()
                .toList();
    }

    /** Ids of the instances of this process that run for the subject. */
    List<String> running(UUID subject, String process) {
        return runtime
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(subject.toString())
                .processDefinitionKey(process)
                .list()
                .stream()
                .map(ProcessInstance::getId)
                .toList();
    }

    public void setVariables(String instance, Map<String, Object> variables) {
        VariableGuard.check(variables);
        runtime.setVariables(instance, variables);
    }

    /** Instances of a subject, oldest first, ended ones too. */
    public List<Instance> instances(UUID subject) {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(subject.toString())
                .orderByProcessInstanceStartTime()
                .asc()
                .listPage(0, 100)
                .stream()
                .map(EngineRoom::instance)
                .toList();
    }

    private static Instance instance(HistoricProcessInstance found) {
        return new Instance(
                found.getId(),
                found.getProcessDefinitionKey(),
                found.getProcessDefinitionId(),
                found.getStartTime().toInstant(),
                found.getEndTime() == null ? null : found.getEndTime().toInstant());
    }

    /** The steps an instance went through, in order, running ones without an end. */
    public List<Step> steps(String instance) {
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .listPage(0, 1000)
                .stream()
                .map(EngineRoom::step)
                .toList();
    }

    private static Step step(HistoricActivityInstance found) {
        return new Step(
                found.getActivityId(),
                found.getActivityType(),
                found.getTaskId(),
                found.getEndTime() == null ? null : found.getEndTime().toInstant(),
                found.getDeleteReason() != null);
    }

    /** One run of a process. */
    public record Instance(
            String id,
            String process,
            String definition,
            Instant startedAt,
            @Nullable Instant endedAt) {}

    /**
     * One step of one run.
     *
     * @param element id in the drawing
     * @param endedAt null while it runs
     * @param cancelled whether it was dropped, not done
     */
    public record Step(
            String element,
            String type,
            @Nullable String task,
            @Nullable Instant endedAt,
            boolean cancelled) {}
}

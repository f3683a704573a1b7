package org.shouwang.workflow.engine;

import java.util.List;
import java.util.Optional;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.UserTask;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.repository.ProcessDefinition;
import org.shouwang.workflow.Startable;
import org.springframework.stereotype.Component;

/** The processes in force that say {@code sw:startable}: people may begin them beside the main one. */
@Component
public class StartableProcesses {

    private final RepositoryService repository;

    StartableProcesses(RepositoryService repository) {
        this.repository = repository;
    }

    /** @param kind of subject they are about, such as {@code case} */
    public List<Startable> about(String kind) {
        return repository
                .createProcessDefinitionQuery()
                .latestVersion()
                .orderByProcessDefinitionKey()
                .asc()
                .list()
                .stream()
                .map(ProcessDefinition::getId)
                .map(id -> repository.getBpmnModel(id).getMainProcess())
                .filter(process -> kind.equals(process.getAttributeValue(EngineRoom.NAMESPACE, "startable")))
                .flatMap(process -> startable(process).stream())
                .toList();
    }

    private static Optional<Startable> startable(Process process) {
        return first(process)
                .map(task -> new Startable(
                        process.getId(),
                        process.getName(),
                        "" + process.getDocumentation(),
                        task.getFormKey(),
                        "true".equals(process.getAttributeValue(EngineRoom.NAMESPACE, "several"))));
    }

    /** The task a process begins with; none when it begins with anything else. */
    static Optional<UserTask> first(Process process) {
        return process.findFlowElementsOfType(StartEvent.class, false).stream()
                .flatMap(start -> start.getOutgoingFlows().stream())
                .map(flow -> flow.getTargetFlowElement())
                .filter(UserTask.class::isInstance)
                .map(UserTask.class::cast)
                .findFirst();
    }
}

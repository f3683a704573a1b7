package org.shouwang.workflow.engine;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.flowable.bpmn.model.BaseElement;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.Process;
import org.flowable.engine.RepositoryService;
import org.springframework.stereotype.Component;

/**
 * What {@code sw:sensitive} says in a process: {@code always}, or the classes of cases ({@code SENSITIVE}) in which a step
 * gives something away, as in one of sexual harm or of violence in the family. At the process it holds for all its steps.
 */
@Component
public class SensitiveSteps {

    static final String ATTRIBUTE = "sensitive";
    static final String ALWAYS = "always";

    private final RepositoryService repository;

    SensitiveSteps(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * @param step id of the element in the drawing the run was started with
     * @param classes of the case
     */
    public boolean hides(String definition, String step, Set<String> classes) {
        Process process = repository.getBpmnModel(definition).getMainProcess();
        FlowElement element = process.getFlowElement(step, true);
        return hides(process, classes) || element != null && hides(element, classes);
    }

    static boolean hides(BaseElement element, Set<String> classes) {
        return classes(element).stream().anyMatch(each -> each.equals(ALWAYS) || classes.contains(each));
    }

    /** As written at the element, none where nothing is. */
    static List<String> classes(BaseElement element) {
        return element.getAttributes().getOrDefault(ATTRIBUTE, List.of()).stream()
                .filter(attribute -> EngineRoom.NAMESPACE.equals(attribute.getNamespace()))
                .flatMap(attribute -> Stream.of(attribute.getValue().strip().split("\\s+")))
                .toList();
    }
}

package org.shouwang.workflow.engine;

import java.util.List;
import java.util.Set;
import org.flowable.bpmn.model.BaseElement;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.Process;
import org.flowable.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What {@code sw:sensitive} says in a process: {@code always}, or {@code restricted} for steps that give something away
 * only where the case is restricted, as one of sexual harm is. At the process it holds for all its steps.
 */
@Component
public class SensitiveSteps {

    static final String ATTRIBUTE = "sensitive";
    static final Set<String> VALUES = Set.of("always", "restricted");

    private final RepositoryService repository;

    SensitiveSteps(RepositoryService repository) {
        this.repository = repository;
    }

    /** @param step id of the element in the drawing the run was started with */
    public boolean hides(String definition, String step, boolean restricted) {
        Process process = repository.getBpmnModel(definition).getMainProcess();
        FlowElement element = process.getFlowElement(step, true);
        return hides(process, restricted) || element != null && hides(element, restricted);
    }

    static boolean hides(BaseElement element, boolean restricted) {
        String value = value(element);
        return "always".equals(value) || restricted && "restricted".equals(value);
    }

    static @Nullable String value(BaseElement element) {
        return element.getAttributes().getOrDefault(ATTRIBUTE, List.of()).stream()
                .filter(attribute -> EngineRoom.NAMESPACE.equals(attribute.getNamespace()))
                .map(attribute -> attribute.getValue())
                .findFirst()
                .orElse(null);
    }
}

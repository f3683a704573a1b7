package org.shouwang.workflow.engine;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.engine.RepositoryService;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.DiagramView;
import org.shouwang.workflow.HiddenSteps.Hiding;
import org.shouwang.workflow.ProcessProgress;
import org.shouwang.workflow.ProcessProgress.Passed;
import org.shouwang.workflow.StepText;
import org.springframework.stereotype.Component;

/** Draws a run of a process as its file was when it started. */
@Component
public class Drawings {

    /** Run all the time that something inside them or beside them does. */
    private static final Set<String> FRAMES = Set.of("subProcess", "boundaryEvent");

    private final RepositoryService repository;
    private final EngineRoom engine;

    Drawings(RepositoryService repository, EngineRoom engine) {
        this.repository = repository;
        this.engine = engine;
    }

    /** Picture and words of one run. */
    public record Drawing(DiagramView picture, List<StepText> steps) {}

    /** @param unitOf who did or has a task, by its id; null when nobody does */
    public Drawing draw(EngineRoom.Instance run, Function<String, @Nullable String> unitOf, Hiding hiding) {
        BpmnModel model = repository.getBpmnModel(run.definition());
        ProcessProgress progress = progress(engine.steps(run.id()), unitOf);
        Diagram diagram = new Diagram(model, HiddenNodes.of(model.getMainProcess(), progress, hiding));
        return new Drawing(diagram.view(progress), diagram.steps(progress));
    }

    private static ProcessProgress progress(List<EngineRoom.Step> steps, Function<String, @Nullable String> unitOf) {
        Map<String, Passed> done = new HashMap<>();
        Map<String, String> current = new HashMap<>();
        Set<String> flows = new HashSet<>();
        for (EngineRoom.Step step : steps) {
            String unit = step.task() == null ? null : unitOf.apply(step.task());
            if (step.type().equals("sequenceFlow")) {
                flows.add(step.element());
            } else if (step.endedAt() != null && !step.cancelled()) {
                done.put(step.element(), new Passed(unit, step.endedAt()));
            } else if (step.endedAt() == null && !FRAMES.contains(step.type())) {
                current.put(step.element(), unit == null ? "" : unit);
            }
        }
        return new ProcessProgress(done, current, flows);
    }
}

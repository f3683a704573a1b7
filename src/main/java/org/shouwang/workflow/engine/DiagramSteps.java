package org.shouwang.workflow.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowable.bpmn.model.Lane;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.UserTask;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.ProcessProgress;
import org.shouwang.workflow.StepState;
import org.shouwang.workflow.StepText;
import org.shouwang.workflow.inbox.InboxTask;

/** The diagram in words: what was done in order of time, what is being done, what may come. */
final class DiagramSteps {

    private final Process process;
    private final ProcessProgress progress;
    private final DiagramStates states;
    private final HiddenNodes hidden;
    private final Map<String, String> lanes = new HashMap<>();

    DiagramSteps(Process process, ProcessProgress progress, HiddenNodes hidden) {
        this.hidden = hidden;
        this.process = process;
        this.progress = progress;
        this.states = new DiagramStates(process, progress);
        for (Lane lane : process.getLanes()) {
            lane.getFlowReferences().forEach(node -> lanes.put(node, lane.getName()));
        }
    }

    List<StepText> steps() {
        List<UserTask> tasks = process.findFlowElementsOfType(UserTask.class, true);
        List<StepText> steps = new ArrayList<>();
        tasks.stream()
                .filter(task -> progress.done().containsKey(task.getId()))
                .filter(task -> states.of(task) != StepState.NOW)
                .sorted(Comparator.comparing(task -> states.time(task.getId())))
                .forEach(task -> steps.add(step(task, StepState.DONE)));
        add(tasks, StepState.NOW, steps);
        add(inOrder(tasks), StepState.NEXT, steps);
        add(inOrder(tasks), StepState.TODO, steps);
        return steps;
    }

    private void add(List<UserTask> tasks, StepState state, List<StepText> steps) {
        tasks.stream()
                .filter(task -> states.of(task) == state)
                .filter(task -> state != StepState.TODO || states.mayCome(task.getId()))
                .forEach(task -> steps.add(step(task, state)));
    }

    /** What comes sooner stands first, however the file is ordered. */
    private List<UserTask> inOrder(List<UserTask> tasks) {
        List<String> order =
                List.copyOf(new DiagramWays(process).possible(progress.current().keySet()));
        return tasks.stream()
                .sorted(Comparator.comparingInt(task -> order.indexOf(task.getId())))
                .toList();
    }

    private StepText step(UserTask task, StepState state) {
        String id = task.getId();
        if (hidden.has(id)) {
            return new StepText(id, InboxTask.UNDER_WAY, null, state, null, null);
        }
        boolean open = state == StepState.NEXT || state == StepState.TODO;
        @Nullable String unit = open ? lane(task) : states.unit(id);
        @Nullable String at = state == StepState.DONE ? states.at(id) : null;
        return new StepText(id, task.getName(), task.getDocumentation(), state, unit, at);
    }

    private @Nullable String lane(UserTask task) {
        String own = lanes.get(task.getId());
        return own == null && task.getSubProcess() != null
                ? lanes.get(task.getSubProcess().getId())
                : own;
    }
}

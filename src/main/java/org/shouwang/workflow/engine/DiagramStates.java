package org.shouwang.workflow.engine;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.SubProcess;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.ProcessProgress;
import org.shouwang.workflow.ProcessProgress.Passed;
import org.shouwang.workflow.StepState;

/** What is done, being done, next and still to come. */
final class DiagramStates {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter SHORT =
            DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(ZONE);
    private static final DateTimeFormatter LONG =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZONE);

    private final ProcessProgress progress;
    private final Set<String> next;
    private final Set<String> possible;

    DiagramStates(Process process, ProcessProgress progress) {
        this.progress = progress;
        DiagramWays ways = new DiagramWays(process);
        this.next = ways.next(progress.current().keySet());
        this.possible = ways.possible(progress.current().keySet());
    }

    StepState of(FlowNode node) {
        String id = node.getId();
        if (progress.current().containsKey(id)) {
            // A sub-process is a frame around what is being done; lighting it would hide the step inside.
            return node instanceof SubProcess ? StepState.TODO : StepState.NOW;
        }
        if (next.contains(id)) {
            return StepState.NEXT;
        }
        return progress.done().containsKey(id) ? StepState.DONE : StepState.TODO;
    }

    boolean wasDone(String id) {
        return progress.done().containsKey(id);
    }

    /** Whether this step may still come; in a process that has ended nothing may. */
    boolean mayCome(String id) {
        return possible.contains(id);
    }

    boolean went(SequenceFlow flow) {
        if (!progress.flows().isEmpty()) {
            return progress.flows().contains(flow.getId());
        }
        return wasDone(flow.getSourceRef())
                && (wasDone(flow.getTargetRef()) || progress.current().containsKey(flow.getTargetRef()));
    }

    /** Under the name: the time of what is done, the unit of what is being done. */
    @Nullable
    String sub(FlowNode node) {
        StepState state = of(node);
        Passed passed = progress.done().get(node.getId());
        if (state == StepState.NOW) {
            String unit = progress.current().getOrDefault(node.getId(), "");
            return unit.isEmpty() ? null : unit;
        }
        return state == StepState.DONE && passed != null ? SHORT.format(passed.at()) : null;
    }

    @Nullable
    String unit(String id) {
        Passed passed = progress.done().get(id);
        String unit = progress.current().get(id);
        if (unit != null && !unit.isEmpty()) {
            return unit;
        }
        return passed == null ? null : passed.unit();
    }

    /** When this was last done; what was not done comes last. */
    Instant time(String id) {
        Passed passed = progress.done().get(id);
        return passed == null ? Instant.MAX : passed.at();
    }

    @Nullable
    String at(String id) {
        Passed passed = progress.done().get(id);
        return passed == null ? null : LONG.format(passed.at());
    }
}

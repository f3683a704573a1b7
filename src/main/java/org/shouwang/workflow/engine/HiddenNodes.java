package org.shouwang.workflow.engine;

import java.util.Set;
import java.util.stream.Collectors;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.HiddenSteps.Hiding;
import org.shouwang.workflow.ProcessProgress;
import org.shouwang.workflow.inbox.InboxTask;

/**
 * What one reader is not told of a drawing: the step keeps its place and its state, and says 办理中.
 *
 * @param whole whether nothing of the process is told
 * @param ids of the nodes that are hidden
 */
record HiddenNodes(boolean whole, Set<String> ids) {

    static final HiddenNodes NONE = new HiddenNodes(false, Set.of());

    static HiddenNodes of(Process process, ProcessProgress progress, Hiding hiding) {
        if (!hiding.on()) {
            return NONE;
        }
        boolean whole = SensitiveSteps.hides(process, hiding.classes());
        Set<String> hidden = process.findFlowElementsOfType(FlowNode.class, true).stream()
                .filter(node -> whole || SensitiveSteps.hides(node, hiding.classes()))
                .map(FlowNode::getId)
                .filter(id -> !isOwn(id, progress, hiding))
                .collect(Collectors.toSet());
        return new HiddenNodes(whole, hidden);
    }

    /** What one's own unit did or has is not hidden from it. */
    private static boolean isOwn(String id, ProcessProgress progress, Hiding hiding) {
        ProcessProgress.Passed passed = progress.done().get(id);
        return hiding.units().contains(progress.current().getOrDefault(id, ""))
                || passed != null && passed.unit() != null && hiding.units().contains(passed.unit());
    }

    boolean has(String id) {
        return ids.contains(id);
    }

    /** The name as it may be told. */
    @Nullable
    String name(FlowNode node) {
        return has(node.getId()) ? InboxTask.UNDER_WAY : node.getName();
    }

    /** What stands at a way out of a hidden step is hidden with it. */
    @Nullable
    String name(SequenceFlow flow) {
        return has(flow.getSourceRef()) ? null : flow.getName();
    }
}

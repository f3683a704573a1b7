package org.shouwang.workflow.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.EventSubProcess;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.FlowElementsContainer;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.SubProcess;
import org.flowable.bpmn.model.UserTask;

/** Which steps may come next, and which may still come at all, seen from where the process stands. */
final class DiagramWays {

    private final Process process;

    DiagramWays(Process process) {
        this.process = process;
    }

    /** User tasks that follow without another user task in between. */
    Set<String> next(Collection<String> current) {
        Set<String> next = new LinkedHashSet<>();
        for (FlowNode node : walk(current, false, found -> !(found instanceof UserTask))) {
            if (node instanceof UserTask && !current.contains(node.getId())) {
                next.add(node.getId());
            }
        }
        return next;
    }

    /** Everything that may still come: first what lies on the way, then what only an event would bring. */
    Set<String> possible(Collection<String> current) {
        Set<String> possible = new LinkedHashSet<>();
        walk(current, false, found -> true).forEach(node -> possible.add(node.getId()));
        walk(current, true, found -> true).forEach(node -> possible.add(node.getId()));
        return possible;
    }

    private Set<FlowNode> walk(Collection<String> from, boolean events, Predicate<FlowNode> onwards) {
        Set<FlowNode> reached = new LinkedHashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>();
        for (String id : from) {
            if (process.getFlowElement(id, true) instanceof FlowNode node) {
                open.addAll(after(node, events));
            }
        }
        while (!open.isEmpty()) {
            FlowNode node = open.poll();
            if (reached.add(node) && onwards.test(node)) {
                open.addAll(after(node, events));
            }
        }
        return reached;
    }

    private List<FlowNode> after(FlowNode node, boolean events) {
        List<FlowNode> after = new ArrayList<>();
        for (SequenceFlow flow : node.getOutgoingFlows()) {
            if (flow.getTargetFlowElement() instanceof FlowNode target) {
                after.add(target);
            }
        }
        if (node instanceof SubProcess sub) {
            after.addAll(starts(sub));
        }
        SubProcess around = node.getSubProcess();
        if (node instanceof EndEvent && around != null) {
            after.addAll(after(around, false).stream()
                    .filter(next -> next.getSubProcess() != around)
                    .toList());
        }
        if (events) {
            after.addAll(events(node));
        }
        return after;
    }

    private List<FlowNode> events(FlowNode node) {
        List<FlowNode> events = new ArrayList<>();
        for (FlowElement at = node; at != null; at = at.getSubProcess()) {
            if (at instanceof Activity activity) {
                events.addAll(activity.getBoundaryEvents());
            }
            FlowElementsContainer container = at.getParentContainer();
            container.getFlowElements().stream()
                    .filter(EventSubProcess.class::isInstance)
                    .map(EventSubProcess.class::cast)
                    .forEach(events::add);
        }
        return events;
    }

    private static List<FlowNode> starts(SubProcess sub) {
        return sub.getFlowElements().stream()
                .filter(StartEvent.class::isInstance)
                .<FlowNode>map(StartEvent.class::cast)
                .toList();
    }
}

package org.shouwang.workflow.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.CompensateEventDefinition;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.EventSubProcess;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowElementsContainer;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.Gateway;
import org.flowable.bpmn.model.InclusiveGateway;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.StartEvent;
import org.flowable.bpmn.model.SubProcess;
import org.shouwang.workflow.catalogue.Fault;

/** Checks that every step can be reached and left, and that every gateway knows a way. */
final class BpmnFlow {

    private final BpmnFile file;
    private final List<Fault> faults;

    BpmnFlow(BpmnFile file, List<Fault> faults) {
        this.file = file;
        this.faults = faults;
    }

    void check() {
        check(file.process());
        file.all(SubProcess.class).forEach(this::check);
        file.all(ExclusiveGateway.class).forEach(this::gateway);
        file.all(InclusiveGateway.class).forEach(this::gateway);
    }

    private void check(FlowElementsContainer container) {
        List<FlowNode> nodes = nodes(container);
        Set<FlowNode> reached = reached(nodes);
        Set<FlowNode> ending = ending(nodes, container instanceof SubProcess sub && interruptible(sub));
        for (FlowNode node : nodes) {
            if (!reached.contains(node)) {
                fault(node.getId(), "cannot be reached from any start");
            } else if (node.getOutgoingFlows().isEmpty() && !ends(node) && !endless(node)) {
                fault(node.getId(), "has no way out");
            } else if (!ending.contains(node)) {
                fault(node.getId(), "leads to no end");
            }
        }
    }

    /** Compensation is walked backwards by the engine and has no place in this graph. */
    private static List<FlowNode> nodes(FlowElementsContainer container) {
        return container.getFlowElements().stream()
                .filter(FlowNode.class::isInstance)
                .map(FlowNode.class::cast)
                .filter(node -> !(node instanceof Activity activity && activity.isForCompensation()))
                .filter(node -> !(node instanceof BoundaryEvent event && compensates(event)))
                .toList();
    }

    private static boolean compensates(BoundaryEvent event) {
        return event.getEventDefinitions().stream().anyMatch(CompensateEventDefinition.class::isInstance);
    }

    private static Set<FlowNode> reached(List<FlowNode> nodes) {
        Set<FlowNode> reached = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>();
        nodes.stream()
                .filter(node -> node instanceof StartEvent || node instanceof EventSubProcess)
                .forEach(open::add);
        while (!open.isEmpty()) {
            FlowNode node = open.pop();
            if (reached.add(node)) {
                open.addAll(successors(node));
            }
        }
        return reached;
    }

    /** The nodes from which an end can be reached. */
    private static Set<FlowNode> ending(List<FlowNode> nodes, boolean fromOutside) {
        Set<FlowNode> ending = new HashSet<>();
        boolean interruptible = fromOutside || nodes.stream().anyMatch(BpmnFlow::interrupts);
        nodes.stream().filter(node -> interruptible || ends(node)).forEach(ending::add);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (FlowNode node : nodes) {
                grown |= successors(node).stream().filter(BpmnFlow::leaves).anyMatch(ending::contains)
                        && ending.add(node);
            }
        }
        return ending;
    }

    /** An event that does not interrupt its activity runs beside it and brings it no nearer to an end. */
    private static boolean leaves(FlowNode node) {
        return !(node instanceof BoundaryEvent event) || event.isCancelActivity();
    }

    private static boolean ends(FlowNode node) {
        return node instanceof EndEvent || node instanceof EventSubProcess;
    }

    /** Goes round until something from outside ends it. */
    private static boolean endless(FlowNode node) {
        return node instanceof SubProcess sub
                && interruptible(sub)
                && sub.getFlowElements().stream().noneMatch(EndEvent.class::isInstance);
    }

    private static boolean interruptible(SubProcess sub) {
        return sub.getBoundaryEvents().stream().anyMatch(BoundaryEvent::isCancelActivity);
    }

    private static boolean interrupts(FlowNode node) {
        return node instanceof EventSubProcess sub
                && sub.getFlowElements().stream()
                        .anyMatch(element -> element instanceof StartEvent start && start.isInterrupting());
    }

    /** Where the process may go on from here, by a flow or by an event at the edge. */
    static Collection<FlowNode> successors(FlowNode node) {
        List<FlowNode> next = new ArrayList<>();
        for (SequenceFlow flow : node.getOutgoingFlows()) {
            if (flow.getTargetFlowElement() instanceof FlowNode target) {
                next.add(target);
            }
        }
        if (node instanceof Activity activity) {
            next.addAll(activity.getBoundaryEvents());
        }
        return next;
    }

    private void gateway(Gateway gateway) {
        if (gateway.getOutgoingFlows().size() < 2) {
            return;
        }
        if (gateway.getDefaultFlow() == null) {
            fault(gateway.getId(), "has no default flow: no case may get stuck when no condition holds");
        }
        for (SequenceFlow flow : gateway.getOutgoingFlows()) {
            boolean conditional = flow.getConditionExpression() != null
                    && !flow.getConditionExpression().isBlank();
            if (!conditional && !flow.getId().equals(gateway.getDefaultFlow())) {
                fault(flow.getId(), "leaves the gateway " + gateway.getId() + " without a condition");
            }
        }
    }

    private void fault(String place, String reason) {
        faults.add(new Fault(file.path(), place, reason));
    }
}

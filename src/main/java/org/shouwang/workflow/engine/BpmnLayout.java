package org.shouwang.workflow.engine;

import java.util.List;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.GraphicInfo;
import org.flowable.bpmn.model.Lane;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.SubProcess;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.catalogue.Fault;

/** Checks that the drawing is whole: people read it, so every node and flow is in it and none hides another. */
final class BpmnLayout {

    /** How far, in drawing units, a line may end beside its shape before it looks loose. */
    private static final double SLACK = 5;

    private final BpmnFile file;
    private final List<Fault> faults;

    BpmnLayout(BpmnFile file, List<Fault> faults) {
        this.file = file;
        this.faults = faults;
    }

    void check() {
        List<FlowNode> nodes = file.all(FlowNode.class);
        nodes.forEach(node -> requireShape(node.getId()));
        file.process().getLanes().stream().map(Lane::getId).forEach(this::requireShape);
        file.all(SequenceFlow.class).forEach(this::edge);
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = i + 1; j < nodes.size(); j++) {
                overlap(nodes.get(i), nodes.get(j));
            }
        }
    }

    private void requireShape(String id) {
        GraphicInfo shape = shape(id);
        if (shape == null) {
            fault(id, "is not drawn: it has no BPMNShape");
        } else if (shape.getWidth() <= 0 || shape.getHeight() <= 0) {
            fault(id, "is drawn without a size");
        }
    }

    private void edge(SequenceFlow flow) {
        List<GraphicInfo> points = file.model().getFlowLocationGraphicInfo(flow.getId());
        if (points == null || points.size() < 2) {
            fault(flow.getId(), "is not drawn: it has no BPMNEdge with two points");
            return;
        }
        attached(flow, points.get(0), flow.getSourceRef());
        attached(flow, points.get(points.size() - 1), flow.getTargetRef());
    }

    private void attached(SequenceFlow flow, GraphicInfo point, String node) {
        GraphicInfo shape = shape(node);
        if (shape == null) {
            return;
        }
        boolean touches = point.getX() >= shape.getX() - SLACK
                && point.getX() <= shape.getX() + shape.getWidth() + SLACK
                && point.getY() >= shape.getY() - SLACK
                && point.getY() <= shape.getY() + shape.getHeight() + SLACK;
        if (!touches) {
            fault(flow.getId(), "is drawn beside " + node + " and not up to it");
        }
    }

    private void overlap(FlowNode one, FlowNode other) {
        GraphicInfo a = shape(one.getId());
        GraphicInfo b = shape(other.getId());
        if (a == null || b == null || belongs(one, other) || belongs(other, one)) {
            return;
        }
        boolean apart = a.getX() + a.getWidth() <= b.getX()
                || b.getX() + b.getWidth() <= a.getX()
                || a.getY() + a.getHeight() <= b.getY()
                || b.getY() + b.getHeight() <= a.getY();
        if (!apart) {
            fault(one.getId(), "is drawn over " + other.getId());
        }
    }

    /** An event sits on the edge of its activity, and a sub-process holds its own. */
    private static boolean belongs(FlowNode inner, FlowNode outer) {
        if (inner instanceof BoundaryEvent event && outer.getId().equals(event.getAttachedToRefId())) {
            return true;
        }
        for (FlowElement at = inner; at.getSubProcess() != null; at = at.getSubProcess()) {
            SubProcess around = at.getSubProcess();
            if (around.getId().equals(outer.getId())) {
                return true;
            }
        }
        return false;
    }

    private @Nullable GraphicInfo shape(String id) {
        return file.model().getGraphicInfo(id);
    }

    private void fault(String place, String reason) {
        faults.add(new Fault(file.path(), place, reason));
    }
}

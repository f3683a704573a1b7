package org.shouwang.workflow.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.GraphicInfo;
import org.flowable.bpmn.model.Lane;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.SubProcess;
import org.jspecify.annotations.Nullable;

/**
 * Where things are on the page: the drawing of the file moved to the corner and enlarged so that a task is as wide as
 * eight Han characters, whatever grid the file was drawn on.
 */
final class DiagramFrame {

    record Box(int x, int y, int width, int height) {
        int centerX() {
            return x + width / 2;
        }

        int centerY() {
            return y + height / 2;
        }
    }

    record Point(int x, int y) {}

    private static final double TASK = 132;
    private static final int MARGIN = 8;

    private final BpmnModel model;
    private final double scale;
    private final double left;
    private final double top;
    private final Point size;

    DiagramFrame(BpmnModel model, Process process) {
        this.model = model;
        List<GraphicInfo> drawn = new ArrayList<>();
        process.findFlowElementsOfType(FlowNode.class, true).forEach(node -> add(node.getId(), drawn));
        process.getLanes().stream().map(Lane::getId).forEach(id -> add(id, drawn));
        List<GraphicInfo> points = process.findFlowElementsOfType(SequenceFlow.class, true).stream()
                .map(flow -> points(flow.getId()))
                .flatMap(Collection::stream)
                .toList();
        drawn.addAll(points);
        this.scale = scale(process);
        this.left = drawn.stream().mapToDouble(GraphicInfo::getX).min().orElse(0);
        this.top = drawn.stream().mapToDouble(GraphicInfo::getY).min().orElse(0);
        double right = drawn.stream()
                .mapToDouble(info -> info.getX() + info.getWidth())
                .max()
                .orElse(0);
        double bottom = drawn.stream()
                .mapToDouble(info -> info.getY() + info.getHeight())
                .max()
                .orElse(0);
        this.size = new Point(x(right) + MARGIN, y(bottom) + MARGIN);
    }

    private double scale(Process process) {
        double width = process.findFlowElementsOfType(Activity.class, true).stream()
                .filter(activity -> !(activity instanceof SubProcess))
                .map(activity -> model.getGraphicInfo(activity.getId()))
                .filter(info -> info != null && info.getWidth() > 0)
                .mapToDouble(GraphicInfo::getWidth)
                .min()
                .orElse(TASK);
        return Math.max(0.8, Math.min(1.6, TASK / width));
    }

    private void add(String id, List<GraphicInfo> drawn) {
        GraphicInfo info = model.getGraphicInfo(id);
        if (info != null) {
            drawn.add(info);
        }
    }

    private List<GraphicInfo> points(String flow) {
        List<GraphicInfo> points = model.getFlowLocationGraphicInfo(flow);
        return points == null ? List.of() : points;
    }

    int width() {
        return size.x();
    }

    int height() {
        return size.y();
    }

    @Nullable
    Box box(String id) {
        return box(model.getGraphicInfo(id));
    }

    /** Where the file puts the name of a node or flow, if it says. */
    @Nullable
    Box label(String id) {
        return box(model.getLabelGraphicInfo(id));
    }

    private @Nullable Box box(@Nullable GraphicInfo info) {
        return info == null
                ? null
                : new Box(x(info.getX()), y(info.getY()), scaled(info.getWidth()), scaled(info.getHeight()));
    }

    List<Point> way(String flow) {
        return points(flow).stream()
                .map(info -> new Point(x(info.getX()), y(info.getY())))
                .toList();
    }

    private int x(double x) {
        return scaled(x - left) + MARGIN;
    }

    private int y(double y) {
        return scaled(y - top) + MARGIN;
    }

    private int scaled(double length) {
        return (int) Math.round(length * scale);
    }
}

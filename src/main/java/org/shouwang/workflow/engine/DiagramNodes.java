package org.shouwang.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.EndEvent;
import org.flowable.bpmn.model.Event;
import org.flowable.bpmn.model.EventDefinition;
import org.flowable.bpmn.model.EventGateway;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.Gateway;
import org.flowable.bpmn.model.InclusiveGateway;
import org.flowable.bpmn.model.MessageEventDefinition;
import org.flowable.bpmn.model.ParallelGateway;
import org.flowable.bpmn.model.SubProcess;
import org.flowable.bpmn.model.TimerEventDefinition;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.DiagramView.Line;
import org.shouwang.workflow.DiagramView.Node;
import org.shouwang.workflow.StepState;

/** Turns a node of the model into what is drawn of it. */
final class DiagramNodes {

    private static final int LINE = 20;
    private static final int SMALL_LINE = 17;
    private static final double TEXT = 16;
    private static final double SMALL_TEXT = 14;
    private static final double SUB_TEXT = 13.5;

    private final DiagramFrame frame;
    private final DiagramStates states;
    private final HiddenNodes hidden;

    DiagramNodes(DiagramFrame frame, DiagramStates states, HiddenNodes hidden) {
        this.frame = frame;
        this.states = states;
        this.hidden = hidden;
    }

    @Nullable
    Node node(FlowNode node) {
        DiagramFrame.Box box = frame.box(node.getId());
        if (box == null) {
            return null;
        }
        String kind = kind(node);
        boolean task = kind.equals("task");
        StepState state = states.of(node);
        List<String> sub = task && !hidden.has(node.getId())
                ? DiagramWords.wrap(states.sub(node), (box.width() - 6) / SUB_TEXT, 2)
                : List.of();
        int under = task && state == StepState.NEXT ? 1 : sub.size();
        List<Line> label = task ? inside(node, box, under) : beside(node, kind, box);
        int last = label.isEmpty() ? box.centerY() : label.get(label.size() - 1).y();
        int subY = last + SMALL_LINE + 2;
        return new Node(
                node.getId(),
                kind,
                marker(node),
                state,
                box.x(),
                box.y(),
                box.width(),
                box.height(),
                Objects.requireNonNullElse(hidden.name(node), ""),
                label,
                below(sub, box.centerX(), subY),
                subY);
    }

    private static List<Line> below(List<String> sub, int x, int y) {
        List<Line> lines = new ArrayList<>();
        sub.forEach(text -> lines.add(new Line(text, x, y + lines.size() * SMALL_LINE)));
        return lines;
    }

    /** The name in the middle of the task, moved up for the lines that stand under it. */
    private List<Line> inside(FlowNode node, DiagramFrame.Box box, int under) {
        int room = box.height() - under * SMALL_LINE;
        List<String> lines = DiagramWords.wrap(hidden.name(node), (box.width() - 10) / TEXT, Math.max(1, room / LINE));
        int middle = box.centerY() - under * SMALL_LINE / 2;
        return DiagramWords.centred(lines, box.centerX(), middle, LINE);
    }

    /** Where the file puts it; else under the shape, and for a sub-process in its head. */
    private List<Line> beside(FlowNode node, String kind, DiagramFrame.Box box) {
        DiagramFrame.Box label = frame.label(node.getId());
        if (kind.equals("subprocess")) {
            double em = (box.width() - 20) / SMALL_TEXT;
            List<String> head = DiagramWords.wrap(hidden.name(node), em, 1);
            return DiagramWords.centred(head, box.centerX(), box.y() + 14, SMALL_LINE);
        }
        if (label != null && label.width() > 0) {
            double em = Math.max(4, (label.width() + 6) / SMALL_TEXT);
            List<String> lines = DiagramWords.wrap(hidden.name(node), em, 3);
            return DiagramWords.centred(lines, label.centerX(), label.centerY(), SMALL_LINE);
        }
        List<String> lines = DiagramWords.wrap(hidden.name(node), 7, 3);
        int middle = box.y() + box.height() + 4 + lines.size() * SMALL_LINE / 2;
        return DiagramWords.centred(lines, box.centerX(), middle, SMALL_LINE);
    }

    private static String kind(FlowNode node) {
        if (node instanceof SubProcess) {
            return "subprocess";
        }
        if (node instanceof Gateway) {
            return "gateway";
        }
        if (node instanceof BoundaryEvent) {
            return "boundary";
        }
        return node instanceof EndEvent ? "end" : node instanceof Event ? "event" : "task";
    }

    private static String marker(FlowNode node) {
        if (node instanceof ExclusiveGateway) {
            return "exclusive";
        }
        if (node instanceof ParallelGateway) {
            return "parallel";
        }
        if (node instanceof InclusiveGateway || node instanceof EventGateway) {
            return "inclusive";
        }
        return node instanceof Event event ? marker(event.getEventDefinitions()) : "none";
    }

    private static String marker(List<EventDefinition> definitions) {
        if (definitions.stream().anyMatch(TimerEventDefinition.class::isInstance)) {
            return "timer";
        }
        return definitions.stream().anyMatch(MessageEventDefinition.class::isInstance) ? "message" : "none";
    }
}

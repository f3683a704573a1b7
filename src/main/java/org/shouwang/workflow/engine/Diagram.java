package org.shouwang.workflow.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.Process;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.SubProcess;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.DiagramView;
import org.shouwang.workflow.DiagramView.Edge;
import org.shouwang.workflow.DiagramView.Lane;
import org.shouwang.workflow.DiagramView.Line;
import org.shouwang.workflow.DiagramView.Node;
import org.shouwang.workflow.ProcessProgress;
import org.shouwang.workflow.StepText;
import org.shouwang.workflow.inbox.InboxTask;

/** The picture and the words of one process, as far as one case has come in it. */
final class Diagram {

    private static final int LABEL_LINE = 17;
    private static final double LABEL_TEXT = 14;
    /** The drawing is made for 16 px text; a little smaller is still well readable and scrolls less. */
    private static final double SHOWN = 0.9;

    private final BpmnModel model;
    private final Process process;
    private final HiddenNodes hidden;

    /** @param model as it was deployed when the process started, not as the file is today */
    Diagram(BpmnModel model, HiddenNodes hidden) {
        this.model = model;
        this.process = model.getMainProcess();
        this.hidden = hidden;
    }

    List<StepText> steps(ProcessProgress progress) {
        return new DiagramSteps(process, progress, hidden).steps();
    }

    DiagramView view(ProcessProgress progress) {
        DiagramFrame frame = new DiagramFrame(model, process);
        DiagramStates states = new DiagramStates(process, progress);
        return new DiagramView(
                hidden.whole() ? InboxTask.UNDER_WAY : Objects.requireNonNullElse(process.getName(), process.getId()),
                frame.width(),
                frame.height(),
                (int) Math.round(frame.width() * SHOWN),
                (int) Math.round(frame.height() * SHOWN),
                lanes(frame),
                edges(frame, states),
                nodes(frame, states));
    }

    private List<Lane> lanes(DiagramFrame frame) {
        List<Lane> lanes = new ArrayList<>();
        for (org.flowable.bpmn.model.Lane lane : process.getLanes()) {
            DiagramFrame.Box box = frame.box(lane.getId());
            if (box != null) {
                String name = hidden.whole() ? "" : Objects.requireNonNullElse(lane.getName(), "");
                lanes.add(new Lane(name, box.x(), box.y(), box.width(), box.height(), lanes.size() % 2 == 1));
            }
        }
        return lanes;
    }

    /** Sub-processes first, because they lie under what is in them. */
    private List<Node> nodes(DiagramFrame frame, DiagramStates states) {
        DiagramNodes nodes = new DiagramNodes(frame, states, hidden);
        return process.findFlowElementsOfType(FlowNode.class, true).stream()
                .sorted(Comparator.comparing(node -> !(node instanceof SubProcess)))
                .map(nodes::node)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Ways taken last, so that they lie on top where lines cross. */
    private List<Edge> edges(DiagramFrame frame, DiagramStates states) {
        return process.findFlowElementsOfType(SequenceFlow.class, true).stream()
                .map(flow -> edge(flow, frame, states.went(flow)))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Edge::went))
                .toList();
    }

    private @Nullable Edge edge(SequenceFlow flow, DiagramFrame frame, boolean went) {
        List<DiagramFrame.Point> way = frame.way(flow.getId());
        if (way.size() < 2) {
            return null;
        }
        String path = way.stream().map(point -> point.x() + " " + point.y()).collect(Collectors.joining("L", "M", ""));
        return new Edge(path, went, label(flow, frame, way));
    }

    private List<Line> label(SequenceFlow flow, DiagramFrame frame, List<DiagramFrame.Point> way) {
        DiagramFrame.Box box = frame.label(flow.getId());
        if (box != null && box.width() > 0) {
            double em = Math.max(4, (box.width() + 6) / LABEL_TEXT);
            List<String> lines = DiagramWords.wrap(hidden.name(flow), em, 2);
            return DiagramWords.centred(lines, box.centerX(), box.centerY(), LABEL_LINE);
        }
        List<String> lines = DiagramWords.wrap(hidden.name(flow), 8, 2);
        DiagramFrame.Point from = way.get(0);
        DiagramFrame.Point to = way.get(1);
        double half = lines.stream().mapToDouble(DiagramWords::width).max().orElse(0) * LABEL_TEXT / 2;
        boolean level = Math.abs(from.y() - to.y()) < 4;
        int x = level ? (from.x() + to.x()) / 2 : (int) (from.x() + half + 6);
        int y = level ? from.y() - 6 - lines.size() * LABEL_LINE / 2 : from.y() + 12 + lines.size() * LABEL_LINE / 2;
        return DiagramWords.centred(lines, x, y, LABEL_LINE);
    }
}

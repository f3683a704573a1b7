package org.shouwang.workflow;

import java.util.List;

/**
 * A process drawn with where it stands, in numbers a template can write as SVG. Coordinates are those of the view box,
 * with corner (0, 0).
 *
 * @param title the process's name
 * @param shownWidth in CSS pixels at which the text is well readable
 */
public record DiagramView(
        String title,
        int width,
        int height,
        int shownWidth,
        int shownHeight,
        List<Lane> lanes,
        List<Edge> edges,
        List<Node> nodes) {

    public String viewBox() {
        return "0 0 " + width + " " + height;
    }

    /** The names of the steps being done now. */
    public List<String> now() {
        return nodes.stream()
                .filter(node -> node.state() == StepState.NOW)
                .map(Node::name)
                .toList();
    }

    /** @param alt every second lane has another ground */
    public record Lane(String name, int x, int y, int width, int height, boolean alt) {}

    /**
     * @param path SVG path data
     * @param went whether the process took this way
     */
    public record Edge(String path, boolean went, List<Line> label) {}

    /**
     * @param kind task, event, end, boundary, gateway or subprocess
     * @param marker what is drawn inside: timer, message, exclusive, parallel, inclusive or none
     * @param name on one line, for readers that see no picture
     * @param label the name broken into lines; inside a task, beside other nodes
     * @param sub unit or time under the name of a task; empty when there is nothing to say
     * @param subY where the line under the name stands
     */
    public record Node(
            String id,
            String kind,
            String marker,
            StepState state,
            int x,
            int y,
            int width,
            int height,
            String name,
            List<Line> label,
            List<Line> sub,
            int subY) {

        public int centerX() {
            return x + width / 2;
        }

        public int centerY() {
            return y + height / 2;
        }

        public String diamond() {
            return "M" + centerX() + " " + y + "L" + (x + width) + " " + centerY() + "L" + centerX() + " "
                    + (y + height) + "L" + x + " " + centerY() + "Z";
        }

        public boolean isTask() {
            return kind.equals("task");
        }

        public boolean isEvent() {
            return kind.equals("event") || kind.equals("end") || kind.equals("boundary");
        }
    }

    /** One line of text, centred at x. */
    public record Line(String text, int x, int y) {}
}

package org.shouwang.workflow;

/** Where a step stands; {@link #css()} is its class in the drawing and the end of its message key. */
public enum StepState {
    DONE,
    NOW,
    /** May lawfully come after what is being done now. */
    NEXT,
    TODO;

    public String css() {
        return switch (this) {
            case DONE -> "done";
            case NOW -> "now";
            case NEXT -> "next";
            case TODO -> "todo";
        };
    }
}

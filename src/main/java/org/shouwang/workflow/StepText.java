package org.shouwang.workflow;

import org.jspecify.annotations.Nullable;

/**
 * One step of the text version of a diagram.
 *
 * @param name as on the diagram
 * @param documentation what this step is, in plain words
 * @param unit who did it or holds it; for a step to come the lane it is drawn in
 * @param at when it was done, as people read it; null while it is not
 */
public record StepText(
        String id,
        String name,
        @Nullable String documentation,
        StepState state,
        @Nullable String unit,
        @Nullable String at) {}

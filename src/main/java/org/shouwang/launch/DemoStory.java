package org.shouwang.launch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One case of the demo, as {@code demo/cases.yaml} tells it.
 *
 * @param child whom the tasks are about: by this name they are found
 */
record DemoStory(String key, String child, List<Step> steps) {

    /**
     * What one person does.
     *
     * @param as username
     * @param report answers of a report, if the step is one
     * @param task key of the task to complete, if the step is that
     * @param act what is done to the case itself, such as {@code review}, with a reason
     */
    record Step(
            String as,
            @Nullable ObjectNode report,
            @Nullable String task,
            @Nullable ObjectNode answers,
            @Nullable String act,
            @Nullable String reason) {}
}

package org.shouwang.workflow.engine;

import java.util.Arrays;
import java.util.List;
import org.flowable.bpmn.model.BaseElement;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.Process;
import org.jspecify.annotations.Nullable;

/**
 * One process as it was read.
 *
 * @param key the file's name, which is the process's id
 * @param path under processes/
 * @param content as it is deployed
 */
record BpmnFile(String key, String path, byte[] content, BpmnModel model, Process process, BpmnText text) {

    /** Namespace of what we say about steps beyond BPMN and Flowable. */
    static final String NAMESPACE = "http://shouwang.org/bpmn";

    /** All elements of one kind, those in sub-processes included. */
    <T extends FlowElement> List<T> all(Class<T> kind) {
        return process.findFlowElementsOfType(kind, true);
    }

    static @Nullable String own(BaseElement element, String attribute) {
        return element.getAttributeValue(NAMESPACE, attribute);
    }

    /** A comma-separated attribute of our own; empty when it is not there. */
    static List<String> ownList(BaseElement element, String attribute) {
        return words(own(element, attribute));
    }

    static List<String> words(@Nullable String list) {
        return list == null
                ? List.of()
                : Arrays.stream(list.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }
}

package org.shouwang.workflow.catalogue;

/**
 * What is wrong in one place of one file, in a sentence for the person who wrote the file.
 *
 * @param file path under processes/, such as {@code bpmn/intake.bpmn}
 * @param place line, element id, field or key; empty when the file as a whole is meant
 * @param reason what is wrong and, where it helps, what would be right
 */
public record Fault(String file, String place, String reason) {

    @Override
    public String toString() {
        return place.isEmpty() ? file + ": " + reason : file + ": " + place + ": " + reason;
    }
}

package org.shouwang.workflow.form;

import java.util.Set;

/**
 * One part of {@code x-show-when}: the named field has one of these values.
 *
 * @param sibling whether the field stands in the same row of a group; else at the top
 */
public record Condition(String field, boolean sibling, Set<String> values) {

    public Condition {
        values = Set.copyOf(values);
    }
}

package org.shouwang.workflow.form;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one reader may see of records, field by field; whoever reads has asked {@code Access} for it. */
@FunctionalInterface
public interface RecordSight {

    /**
     * @param maker the officer who made the record, null where that is kept apart
     * @param field its name, {@code group.name} within a group
     * @param dataClass of the field, null where it has none
     */
    boolean sees(String form, @Nullable UUID maker, String field, @Nullable String dataClass);

    /** Everything without a data class, and these classes: for work that shows nothing to anybody. */
    static RecordSight of(Set<String> classes) {
        return (form, maker, field, dataClass) -> dataClass == null || classes.contains(dataClass);
    }
}

package org.shouwang.workflow.form;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Which fields are asked, given the answers so far. */
final class Shown {

    private Shown() {}

    /** Whether a field is asked; {@code row} is the group's row it stands in, or {@code root} itself. */
    static boolean isShown(Field field, JsonNode row, JsonNode root) {
        return field.showWhen().stream().allMatch(condition -> holds(condition, condition.sibling() ? row : root));
    }

    private static boolean holds(Condition condition, JsonNode scope) {
        JsonNode value = scope.path(condition.field());
        if (value.isArray()) {
            return value.valueStream().anyMatch(one -> condition.values().contains(one.asString("")));
        }
        return value.isValueNode() && condition.values().contains(value.asString(""));
    }

    /** Drops what is not asked, over and over, because an answer that goes may have shown another. */
    static void prune(List<Field> fields, ObjectNode root) {
        boolean again = true;
        while (again) {
            again = pruneOnce(fields, root, root);
        }
    }

    private static boolean pruneOnce(List<Field> fields, ObjectNode row, ObjectNode root) {
        boolean dropped = false;
        for (Field field : fields) {
            if (!row.has(field.name())) {
                continue;
            }
            if (!isShown(field, row, root)) {
                row.remove(field.name());
                dropped = true;
            } else if (field.isGroup()) {
                for (JsonNode inner : row.path(field.name())) {
                    dropped |= inner instanceof ObjectNode object && pruneOnce(field.fields(), object, root);
                }
            }
        }
        return dropped;
    }
}

package org.shouwang.casefile;

import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Further children a form names, one in each row of a group. */
public final class Children {

    private Children() {}

    /** The {@code child} of every row of {@code group} that names one. */
    public static List<UUID> named(JsonNode data, String group) {
        return data.path(group)
                .valueStream()
                .filter(row -> row.hasNonNull("child"))
                .map(row -> UUID.fromString(row.get("child").asString()))
                .distinct()
                .toList();
    }

    /** Puts a row for each child into {@code group}; none at all where there is nobody. */
    public static void put(ObjectNode data, String group, List<UUID> children) {
        if (!children.isEmpty()) {
            ArrayNode rows = data.putArray(group);
            children.forEach(child -> rows.addObject().put("child", child.toString()));
        }
    }
}

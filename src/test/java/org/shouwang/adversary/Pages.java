package org.shouwang.adversary;

import java.util.ArrayList;
import java.util.List;
import org.shouwang.testing.Api;
import tools.jackson.databind.JsonNode;

/** A box of somebody's inbox from its first page to its last. */
final class Pages {

    private Pages() {}

    static List<JsonNode> of(String who, String box) {
        List<JsonNode> rows = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = Api.as(who)
                    .get("/api/v1/tasks?limit=100&box=" + box + after)
                    .json();
            page.path("items").forEach(rows::add);
            after = page.hasNonNull("next") ? "&after=" + page.path("next").asString() : "";
        } while (!after.isEmpty());
        return rows;
    }
}

package org.shouwang.workflow.form;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.catalogue.Fault;
import tools.jackson.databind.JsonNode;

/** Collects what is wrong in one form file, and reads with an eye on it. */
record FaultList(String file, List<Fault> faults) {

    void add(String place, String reason) {
        faults.add(new Fault(file, place, reason));
    }

    /** A text that has to be there; the empty text and a fault when it is not. */
    String text(JsonNode node, String place, String name) {
        String text = optional(node, name);
        if (text == null) {
            add(place, name + " is missing or empty");
            return "";
        }
        return text;
    }

    static @Nullable String optional(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isString() && !value.asString().isBlank() ? value.asString() : null;
    }

    /** Words in both languages, either both or none. */
    @Nullable
    Text pair(JsonNode node, String place, String zh, String en) {
        String first = optional(node, zh);
        String second = optional(node, en);
        if (first == null && second == null) {
            return null;
        }
        return new Text(text(node, place, zh), text(node, place, en));
    }

    /** Words that may be there in Chinese only. */
    static @Nullable Text perhaps(JsonNode node, String zh, String en) {
        String first = optional(node, zh);
        String second = optional(node, en);
        return first == null ? null : new Text(first, second == null ? first : second);
    }

    Text words(JsonNode node, String place, String zh, String en) {
        return new Text(text(node, place, zh), text(node, place, en));
    }
}

package org.shouwang.workflow.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A mapping or list in a YAML file together with where it stands, so that whoever reads it can say what is wrong
 * there. A missing or wrong value is reported once and read as empty, so that one reading finds all faults.
 */
public final class Entry {

    private final String file;
    private final String place;
    private final JsonNode node;
    private final List<Fault> faults;

    Entry(String file, String place, JsonNode node, List<Fault> faults) {
        this.file = file;
        this.place = place;
        this.node = node;
        this.faults = faults;
    }

    public JsonNode node() {
        return node;
    }

    /** Where this stands, such as {@code items[2] (03)}. */
    public String place() {
        return place;
    }

    public boolean has(String field) {
        return node.hasNonNull(field);
    }

    /** Text that must be there. */
    public String text(String field) {
        Optional<String> text = optional(field);
        if (text.isEmpty() && !has(field)) {
            fault(field, field + " is missing");
        }
        return text.orElse("");
    }

    /** Text that may be left out. */
    public Optional<String> optional(String field) {
        JsonNode value = node.path(field);
        if (value.isString()) {
            return value.asString().isBlank()
                    ? Optional.empty()
                    : Optional.of(value.asString().strip());
        }
        if (has(field)) {
            // 1 without quotes is a number and true a truth value; what is stored and compared is text
            fault(field, field + " must be text: put the value in quotes");
        }
        return Optional.empty();
    }

    /** The entries of the list that this file is. */
    public List<Entry> entries() {
        return list("", node);
    }

    /** The entries of a list that must be there. */
    public List<Entry> entries(String field) {
        if (!has(field)) {
            fault(field, field + " is missing");
            return List.of();
        }
        return list(field, node.path(field));
    }

    /** The mapping under a field that must be there. */
    public Optional<Entry> entry(String field) {
        if (!node.path(field).isObject()) {
            fault(field, has(field) ? field + " must be a mapping" : field + " is missing");
            return Optional.empty();
        }
        return Optional.of(new Entry(file, at(field), node.path(field), faults));
    }

    private List<Entry> list(String field, JsonNode value) {
        if (!value.isArray()) {
            fault(field, (field.isEmpty() ? "the file" : field) + " must be a list");
            return List.of();
        }
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            JsonNode each = value.get(i);
            JsonNode key = each.path("key");
            String name = key.isString() ? " (" + key.asString() + ")" : "";
            entries.add(new Entry(file, at(field) + "[" + (i + 1) + "]" + name, each, faults));
        }
        return entries;
    }

    /** Reports what is wrong with one field; an empty field means this entry as a whole. */
    public void fault(String field, String reason) {
        faults.add(new Fault(file, at(field), reason));
    }

    private String at(String field) {
        if (field.isEmpty()) {
            return place;
        }
        return place.isEmpty() ? field : place + "." + field;
    }
}

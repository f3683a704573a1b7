package org.shouwang.workflow.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.shouwang.web.FieldProblem;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a page's parameters: {@code narrative=…}, {@code needs[0].who=…}; names with _ are the page's own. */
final class Parameters {

    private static final Pattern IN_ROW = Pattern.compile("(\\w+)\\[(\\d{1,4})]\\.(\\w+)");
    private static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d{1,4})]");

    private final Form form;
    private final MultiValueMap<String, String> given;
    private final MultiValueMap<String, String> top = new LinkedMultiValueMap<>();
    private final Map<String, SortedMap<Integer, MultiValueMap<String, String>>> rows = new TreeMap<>();
    private final List<FieldProblem> unknown = new ArrayList<>();

    Parameters(Form form, MultiValueMap<String, String> given) {
        this.form = form;
        this.given = given;
        given.forEach(this::sort);
        removeRow();
    }

    private void sort(String name, List<String> values) {
        if (name.startsWith("_")) {
            return;
        }
        Matcher inRow = IN_ROW.matcher(name);
        if (inRow.matches() && isGroupField(inRow.group(1), inRow.group(3))) {
            rows.computeIfAbsent(inRow.group(1), group -> new TreeMap<>())
                    .computeIfAbsent(Integer.valueOf(inRow.group(2)), row -> new LinkedMultiValueMap<>())
                    .addAll(inRow.group(3), values);
        } else if (form.field(name).filter(field -> !field.isGroup()).isPresent()) {
            top.addAll(name, values);
        } else {
            unknown.add(FieldProblem.at(name, "unknown-field"));
        }
    }

    private boolean isGroupField(String group, String name) {
        return form.field(group)
                .flatMap(field -> Form.find(field.fields(), name))
                .isPresent();
    }

    private void removeRow() {
        String asked = given.getFirst(FormInput.REMOVE);
        Matcher row = ROW.matcher(asked == null ? "" : asked);
        if (row.matches() && rows.containsKey(row.group(1))) {
            rows.get(row.group(1)).remove(Integer.valueOf(row.group(2)));
        }
    }

    List<FieldProblem> unknown() {
        return unknown;
    }

    boolean rowsChanged() {
        return given.containsKey(FormInput.ADD) || given.containsKey(FormInput.REMOVE);
    }

    ObjectNode data() {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        for (Field field : form.fields()) {
            JsonNode value = field.isGroup() ? rows(field) : answer(field, top);
            if (value != null) {
                data.set(field.name(), value);
            }
        }
        return data;
    }

    private @Nullable JsonNode rows(Field group) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        rows.getOrDefault(group.name(), new TreeMap<>()).values().forEach(parameters -> {
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            for (Field field : group.fields()) {
                JsonNode value = answer(field, parameters);
                if (value != null) {
                    row.set(field.name(), value);
                }
            }
            if (!row.isEmpty()) {
                array.add(row);
            }
        });
        if (group.name().equals(given.getFirst(FormInput.ADD))) {
            array.addObject();
        }
        return array.isEmpty() ? null : array;
    }

    private static @Nullable JsonNode answer(Field field, MultiValueMap<String, String> parameters) {
        List<String> typed = parameters.getOrDefault(field.name(), List.of());
        if (field.isMany()) {
            return many(typed);
        }
        JsonNode value = null;
        for (String one : typed) {
            JsonNode read = Values.of(field, one);
            value = read == null ? value : read;
        }
        return value;
    }

    private static @Nullable JsonNode many(List<String> typed) {
        Set<String> chosen = new LinkedHashSet<>();
        typed.stream().map(Values::clean).filter(one -> !one.isEmpty()).forEach(chosen::add);
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        chosen.forEach(array::add);
        return array.isEmpty() ? null : array;
    }
}

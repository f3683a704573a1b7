package org.shouwang.workflow.form;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwang.workflow.catalogue.Codes;
import tools.jackson.databind.JsonNode;

/** Reads {@code x-show-when} and checks that the condition can ever hold. */
final class ConditionReader {

    private final Codes codes;
    private final FaultList faults;
    private final Map<String, JsonNode> siblings;
    private final Map<String, JsonNode> outer;

    ConditionReader(Codes codes, FaultList faults, Map<String, JsonNode> siblings, Map<String, JsonNode> outer) {
        this.codes = codes;
        this.faults = faults;
        this.siblings = siblings;
        this.outer = outer;
    }

    List<Condition> read(String name, JsonNode conditions, String place) {
        List<Condition> read = new ArrayList<>();
        conditions.propertyStream().forEach(entry -> {
            String field = entry.getKey();
            boolean inRow = !outer.isEmpty() && siblings.containsKey(field);
            JsonNode decider = inRow ? siblings.get(field) : (outer.isEmpty() ? siblings : outer).get(field);
            Set<String> values = values(entry.getValue());
            if (decider == null || field.equals(name)) {
                faults.add(place, "x-show-when names " + field + ", which is no other field");
            } else {
                checkValues(field, decider, values, place);
                read.add(new Condition(field, inRow, values));
            }
        });
        return read;
    }

    private static Set<String> values(JsonNode given) {
        Set<String> values = new LinkedHashSet<>();
        if (given.isArray()) {
            given.forEach(value -> values.add(value.asString("")));
        } else {
            values.add(given.asString(""));
        }
        return values;
    }

    private void checkValues(String field, JsonNode decider, Set<String> values, String place) {
        Set<String> possible = possible(decider);
        if (possible.isEmpty()) {
            faults.add(place, "x-show-when: " + field + " is neither a code nor yes/no, so it cannot decide");
            return;
        }
        for (String value : values) {
            if (!possible.contains(value)) {
                faults.add(place, "x-show-when: " + field + " can never be " + value);
            }
        }
    }

    private Set<String> possible(JsonNode decider) {
        if (decider.path("type").asString("").equals("boolean")) {
            return Set.of("true", "false");
        }
        return codes.find(FieldReader.codeOf(decider))
                .map(list -> Set.copyOf(list.keys()))
                .orElse(Set.of());
    }
}

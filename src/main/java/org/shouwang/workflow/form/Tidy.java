package org.shouwang.workflow.form;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Gives answers that came as JSON the same cleaning as typed ones: no controls, composed, nothing empty. */
final class Tidy {

    private Tidy() {}

    static ObjectNode object(List<Field> fields, ObjectNode given) {
        ObjectNode tidy = JsonNodeFactory.instance.objectNode();
        given.propertyStream().forEach(entry -> {
            JsonNode value =
                    value(Form.find(fields, entry.getKey()).map(Field::fields).orElse(List.of()), entry.getValue());
            if (!isEmpty(value)) {
                tidy.set(entry.getKey(), value);
            }
        });
        return tidy;
    }

    private static JsonNode value(List<Field> rows, JsonNode given) {
        if (given.isString()) {
            return JsonNodeFactory.instance.stringNode(Values.clean(given.asString()));
        }
        if (given instanceof ArrayNode array) {
            ArrayNode tidy = JsonNodeFactory.instance.arrayNode();
            array.forEach(item -> {
                JsonNode value = item instanceof ObjectNode row ? object(rows, row) : value(rows, item);
                if (!isEmpty(value)) {
                    tidy.add(value);
                }
            });
            return tidy;
        }
        return given;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || (value.isContainer() && value.isEmpty())
                || (value.isString() && value.asString().isEmpty());
    }
}

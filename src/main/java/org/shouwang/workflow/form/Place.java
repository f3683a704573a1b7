package org.shouwang.workflow.form;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where in the answers an error stands: names and row numbers from the top. */
record Place(List<Object> steps) {

    static Place of(Error error) {
        List<Object> steps = new ArrayList<>();
        NodePath at = error.getInstanceLocation();
        for (int i = 0; i < at.getNameCount(); i++) {
            steps.add(at.getElement(i));
        }
        // "required" and "additionalProperties" complain about the object and name the property.
        if (error.getProperty() != null) {
            steps.add(error.getProperty());
        }
        return new Place(steps);
    }

    /** As in {@code needs[0].who}; a wrong value among several answers is a problem of the whole field. */
    String path() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < steps.size(); i++) {
            Object step = steps.get(i);
            if (!(step instanceof Integer)) {
                path.append(path.isEmpty() ? "" : ".").append(step);
            } else if (i + 1 < steps.size()) {
                path.append('[').append(step).append(']');
            }
        }
        return path.toString();
    }

    @Nullable
    Field field(Form form) {
        List<Field> fields = form.fields();
        Field found = null;
        for (Object step : steps) {
            if (step instanceof String name) {
                found = Form.find(fields, name).orElse(null);
                if (found == null) {
                    return null;
                }
                fields = found.fields();
            }
        }
        return found;
    }

    /** The object the field stands in. */
    JsonNode row(JsonNode root) {
        if (steps.size() > 2 && steps.get(1) instanceof Integer row) {
            return root.path(String.valueOf(steps.get(0))).path(row);
        }
        return root;
    }

    static String top(String path) {
        int end = path.indexOf('[');
        return end < 0 ? path : path.substring(0, end);
    }
}

package org.shouwang.workflow.form;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes apart what is stored in clear and what is encrypted, and puts it together again for whoever may read it. The
 * encrypted part is {@code {"narrative": {"/how": "…"}, "identity": {"/needs/0/who": "…"}}}: by class, then by place.
 */
final class SealedParts {

    private SealedParts() {}

    /** Stands for the class of words that have none, where words are kept out of sight all the same. */
    private static final String WORDS = "words";

    /**
     * Moves every answer with a data class out of {@code data}; null when there was none.
     *
     * @param words whether all that was typed goes as well, of whatever class: what is restricted
     */
    static @Nullable ObjectNode take(Form form, ObjectNode data, boolean words) {
        ObjectNode sealed = JsonNodeFactory.instance.objectNode();
        take(form.fields(), data, "", words, sealed);
        return sealed.isEmpty() ? null : sealed;
    }

    /** Moves what was left in clear of a record that becomes restricted to its sealed part. */
    static void takeWords(Form form, ObjectNode data, ObjectNode sealed) {
        take(form.fields(), data, "", true, sealed);
    }

    private static void take(List<Field> fields, ObjectNode data, String prefix, boolean words, ObjectNode sealed) {
        for (Field field : fields) {
            JsonNode value = data.get(field.name());
            String place = prefix + "/" + field.name();
            String sealedAs =
                    field.dataClass() == null && words && field.kind() == Kind.TEXT ? WORDS : field.dataClass();
            if (value != null && sealedAs != null) {
                sealed.withObject("/" + sealedAs).set(place, value);
                data.remove(field.name());
            } else if (value != null && field.isGroup()) {
                for (int row = 0; row < value.size(); row++) {
                    take(field.fields(), (ObjectNode) value.get(row), place + "/" + row, words, sealed);
                }
            }
        }
    }

    /** Whether the reader sees a field, by its name ({@code group.name} in a row) and data class. */
    interface Sees {
        boolean field(String name, @Nullable String dataClass);
    }

    /** Puts back the answers that the reader sees and returns the places of those that stay closed. */
    static Set<String> restore(ObjectNode data, ObjectNode sealed, Sees sees) {
        Set<String> withheld = new LinkedHashSet<>();
        sealed.propertyStream()
                .forEach(byClass -> byClass.getValue().propertyStream().forEach(answer -> {
                    if (sees.field(name(answer.getKey()), byClass.getKey().equals(WORDS) ? null : byClass.getKey())) {
                        put(data, answer.getKey(), answer.getValue());
                    } else {
                        withheld.add(answer.getKey());
                    }
                }));
        return withheld;
    }

    /** Takes out the answers in clear that the reader does not see and returns their places. */
    static Set<String> strip(Form form, ObjectNode data, Sees sees) {
        Set<String> withheld = new LinkedHashSet<>();
        strip(form.fields(), data, "", sees, withheld);
        return withheld;
    }

    private static void strip(List<Field> fields, ObjectNode data, String prefix, Sees sees, Set<String> withheld) {
        for (Field field : fields) {
            JsonNode value = data.get(field.name());
            String place = prefix + "/" + field.name();
            if (value == null || field.dataClass() != null) {
                continue;
            }
            if (!sees.field(name(place), null)) {
                data.remove(field.name());
                withheld.add(place);
            } else if (field.isGroup()) {
                for (int row = 0; row < value.size(); row++) {
                    strip(field.fields(), (ObjectNode) value.get(row), place + "/" + row, sees, withheld);
                }
            }
        }
    }

    /** {@code needs.who} for {@code /needs/0/who}. */
    private static String name(String place) {
        return place.substring(1).replaceFirst("/\\d+/", ".");
    }

    private static void put(ObjectNode data, String place, JsonNode value) {
        int last = place.lastIndexOf('/');
        JsonNode row = data.at(place.substring(0, last));
        if (row instanceof ObjectNode there) {
            there.set(place.substring(last + 1), value);
        }
    }
}

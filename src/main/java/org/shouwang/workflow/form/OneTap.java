package org.shouwang.workflow.form;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code x-one-tap}: one answer that is the whole form, such as 我不方便去; it has a button of its own. */
public record OneTap(Field field, String value) {

    /** What the button says: the answer, in the words of its code list. */
    String label(Locale locale) {
        return field.codes() == null ? value : field.codes().name(value, locale);
    }

    ObjectNode data() {
        return JsonNodeFactory.instance.objectNode().put(field.name(), value);
    }

    static @Nullable String label(@Nullable OneTap tap, Locale locale) {
        return tap == null ? null : tap.label(locale);
    }
}

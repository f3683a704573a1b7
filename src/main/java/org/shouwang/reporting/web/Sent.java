package org.shouwang.reporting.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.form.Form;
import org.shouwang.workflow.form.FormInput;
import org.springframework.util.MultiValueMap;

/**
 * A report page as it came back.
 *
 * @param input the answers
 * @param version of the form they were given to
 * @param searches whether the button was the search's, not the report's
 */
record Sent(FormInput input, int version, String key, UUID draft, String question, boolean searches) {

    private static final String CHILD = "child";

    static Sent of(Form form, MultiValueMap<String, String> parameters) {
        return new Sent(
                FormInput.of(form, parameters),
                number(parameters.getFirst(FormInput.VERSION)),
                value(parameters, "_key"),
                id(value(parameters, "_draft")),
                value(parameters, "_q." + CHILD),
                parameters.containsKey("_search"));
    }

    Sheet sheet() {
        return new Sheet(input.data(), java.util.List.of(), key, draft, searches ? question : "");
    }

    private static String value(MultiValueMap<String, String> parameters, String name) {
        String value = parameters.getFirst(name);
        return value == null ? "" : value;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw Refusal.malformed("malformed");
        }
    }

    /** A version nobody can read is an old one: the check says so at the page. */
    private static int number(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }
}

package org.shouwang.workflow.form;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwang.web.FieldProblem;
import tools.jackson.databind.JsonNode;

/** {@code anyOf} at the top of a form says that one of several fields must be there: one sentence, at the first. */
final class AnyOf {

    private AnyOf() {}

    static Optional<FieldProblem> problem(Form form, JsonNode data, Locale locale) {
        Set<Field> asked = new LinkedHashSet<>();
        for (JsonNode branch : form.source().path("anyOf")) {
            for (JsonNode name : branch.path("required")) {
                form.field(name.asString(""))
                        .filter(field -> Shown.isShown(field, data, data))
                        .ifPresent(asked::add);
            }
        }
        String labels = asked.stream()
                .map(field -> field.label().in(locale))
                .collect(Collectors.joining(locale.getLanguage().equals("en") ? "; " : "、"));
        return asked.stream().findFirst().map(first -> FieldProblem.at(first.name(), "one-of", labels));
    }
}

package org.shouwang.workflow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouwang.access.Actor;
import org.shouwang.access.Division;
import org.shouwang.access.Divisions;
import org.shouwang.access.Post;
import org.shouwang.workflow.form.Choice;
import org.shouwang.workflow.form.Field;
import org.shouwang.workflow.form.Form;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What a form's page shows for ids, and what may be chosen where no code list says so. */
@Component
public class FormNames {

    private final ObjectProvider<NameSource> sources;
    private final Divisions divisions;

    FormNames(ObjectProvider<NameSource> sources, Divisions divisions) {
        this.sources = sources;
        this.divisions = divisions;
    }

    public Map<String, String> names(JsonNode data) {
        Set<UUID> ids = new HashSet<>();
        collect(data, ids);
        Map<String, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            sources.forEach(source -> names.putAll(source.names(ids)));
        }
        return names;
    }

    private static void collect(JsonNode node, Set<UUID> ids) {
        if (node.isString() && node.asString().length() == 36) {
            try {
                ids.add(UUID.fromString(node.asString()));
            } catch (IllegalArgumentException e) {
                // Text of the same length as an id: nothing to look up.
                return;
            }
        }
        node.forEach(child -> collect(child, ids));
    }

    /** The villages an officer may name: one's own, or all below one's post. */
    public Map<String, List<Choice>> choices(Form form, Actor actor) {
        Map<String, List<Choice>> choices = new HashMap<>();
        for (Field field : form.fields()) {
            if (field.widget().key().equals("division")) {
                choices.put(field.name(), villages(actor));
            }
        }
        return choices;
    }

    private List<Choice> villages(Actor actor) {
        return actor.posts().stream()
                .map(Post::division)
                .distinct()
                .flatMap(division -> divisions.villagesOf(division).stream())
                .distinct()
                .map(FormNames::choice)
                .toList();
    }

    private static Choice choice(Division village) {
        return Choice.of(village.code(), village.name());
    }
}

package org.shouwang.workflow;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.shouwang.access.Actor;
import org.shouwang.access.Agencies;
import org.shouwang.access.Division;
import org.shouwang.access.Divisions;
import org.shouwang.access.Post;
import org.shouwang.workflow.form.Choice;
import org.shouwang.workflow.form.Field;
import org.shouwang.workflow.form.Form;
import org.shouwang.workflow.form.Known;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What a form's page shows for ids, and what may be chosen where no code list says so. */
@Component
public class FormNames {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DIVISION = Pattern.compile("[0-9]{12}");

    private final ObjectProvider<NameSource> sources;
    private final FileNames files;
    private final Divisions divisions;
    private final Agencies agencies;

    FormNames(ObjectProvider<NameSource> sources, FileNames files, Divisions divisions, Agencies agencies) {
        this.sources = sources;
        this.files = files;
        this.divisions = divisions;
        this.agencies = agencies;
    }

    public Map<String, String> names(JsonNode data) {
        return names(Mentioned.in(data));
    }

    private Map<String, String> names(Mentioned mentioned) {
        Map<String, String> names = new HashMap<>(divisions.names(mentioned.divisions()));
        if (!mentioned.ids().isEmpty()) {
            agencies.names(mentioned.ids()).forEach((id, name) -> names.put(id.toString(), name));
            sources.forEach(source -> names.putAll(source.names(mentioned.ids())));
        }
        return names;
    }

    /** For reading what was filled in. */
    public Known known(JsonNode data) {
        Mentioned mentioned = Mentioned.in(data);
        return new Known(names(mentioned), files.openable(mentioned.ids()));
    }

    private record Mentioned(Set<UUID> ids, Set<String> divisions) {

        static Mentioned in(JsonNode data) {
            Mentioned mentioned = new Mentioned(new HashSet<>(), new HashSet<>());
            mentioned.collect(data);
            return mentioned;
        }

        private void collect(JsonNode node) {
            String text = node.isString() ? node.asString() : "";
            if (ID.matcher(text).matches()) {
                ids.add(UUID.fromString(text));
            } else if (DIVISION.matcher(text).matches()) {
                divisions.add(text);
            }
            node.forEach(this::collect);
        }
    }

    /** As {@link #choices(Form, Actor)}, and the units that work for a place. */
    public Map<String, List<Choice>> choices(Form form, Actor actor, String division) {
        Map<String, List<Choice>> choices = choices(form, actor);
        for (Field field : form.fields()) {
            if (field.widget().key().equals("agency")) {
                choices.put(field.name(), units(division));
            }
        }
        return choices;
    }

    private List<Choice> units(String division) {
        return agencies.serving(division).entrySet().stream()
                .map(unit -> Choice.of(unit.getKey().toString(), unit.getValue()))
                .toList();
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

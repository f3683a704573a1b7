package org.shouwang.workflow.form;

import com.networknt.schema.Schema;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A form as the county wrote it, checked.
 *
 * @param key file name without {@code .json}, such as {@code F04-screening}
 * @param submit what the button says, because that is what it does
 * @param fields in the order of the sections
 * @param oneTap the answer that alone completes it, if it has one
 * @param source the file as it stands, kept with the records it made
 */
public record Form(
        String key,
        int version,
        Text title,
        Text submit,
        List<Section> sections,
        List<Field> fields,
        @Nullable OneTap oneTap,
        JsonNode source,
        Schema schema) {

    public Form {
        sections = List.copyOf(sections);
        fields = List.copyOf(fields);
    }

    public Optional<Field> field(String name) {
        return find(fields, name);
    }

    /** What the process may be told of these answers: codes, booleans, dates, numbers and ids. */
    public Map<String, Object> variables(JsonNode data) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (Field field : fields) {
            if (field.variable() && data.hasNonNull(field.name())) {
                variables.put(field.name(), Values.plain(field, data.get(field.name())));
            }
        }
        return variables;
    }

    /** Whether filling it in is looking at somebody else's work: no part in the case comes of that. */
    public boolean oversight() {
        return source.path("x-oversight").asBoolean(false);
    }

    /** Places of the fields that may be given to the person they are about: {@code /reviewDate}, {@code /needs/due}. */
    public Set<String> given() {
        Set<String> given = new LinkedHashSet<>();
        given(source, "", given);
        return given;
    }

    private static void given(JsonNode object, String prefix, Set<String> given) {
        object.path("properties").propertyStream().forEach(property -> {
            String place = prefix + "/" + property.getKey();
            if (property.getValue().path("x-give").asBoolean(false)) {
                given.add(place);
            }
            given(property.getValue().path("items"), place, given);
        });
    }

    /** Where a field stands in the form, for putting problems in the order of the page. */
    int position(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return i;
            }
        }
        return fields.size();
    }

    static Optional<Field> find(List<Field> fields, String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }
}

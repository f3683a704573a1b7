package org.shouwang.workflow.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.catalogue.CodeList;
import org.shouwang.workflow.catalogue.Codes;
import tools.jackson.databind.JsonNode;

/** Reads the properties of one object of the schema: the form itself, or a row of a group. */
final class FieldReader {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*");
    private static final Set<String> EXTENSIONS = Set.of(
            "x-title-en",
            "x-help-en",
            "x-code",
            "x-widget",
            "x-show-when",
            "x-variable",
            "x-class",
            "x-autocomplete",
            "x-inputmode",
            "x-not-future",
            "x-give",
            "x-add",
            "x-add-en");

    private final Codes codes;
    private final FaultList faults;

    FieldReader(Codes codes, FaultList faults) {
        this.codes = codes;
        this.faults = faults;
    }

    List<Field> top(JsonNode form) {
        return fields(form, "", Map.of());
    }

    private List<Field> fields(JsonNode object, String prefix, Map<String, JsonNode> outer) {
        Map<String, JsonNode> properties = Map.copyOf(asMap(object));
        Set<String> required = required(object, prefix, properties.keySet());
        List<Field> fields = new ArrayList<>();
        object.path("properties").propertyStream().forEach(property -> {
            String place = prefix + property.getKey();
            if (!NAME.matcher(property.getKey()).matches()) {
                faults.add(place, "a field's name is letters and digits, beginning with a letter");
            } else {
                Field field = field(property.getKey(), property.getValue(), place, required, properties, outer);
                if (field != null) {
                    fields.add(field);
                }
            }
        });
        return fields;
    }

    private static Map<String, JsonNode> asMap(JsonNode object) {
        Map<String, JsonNode> map = new HashMap<>();
        object.path("properties").propertyStream().forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }

    private Set<String> required(JsonNode object, String prefix, Set<String> names) {
        Set<String> required = new HashSet<>();
        for (JsonNode name : object.path("required")) {
            required.add(name.asString());
            if (!names.contains(name.asString())) {
                faults.add(prefix + "required", "names " + name.asString() + ", which is no field");
            }
        }
        return required;
    }

    private @Nullable Field field(
            String name,
            JsonNode node,
            String place,
            Set<String> required,
            Map<String, JsonNode> siblings,
            Map<String, JsonNode> outer) {
        checkExtensions(node, place);
        Kind kind = new KindReader(faults).kind(node, place);
        if (kind == null) {
            return null;
        }
        if (kind == Kind.GROUP && !outer.isEmpty()) {
            faults.add(place, "a group inside a group cannot be shown");
            return null;
        }
        Widget widget = new WidgetReader(codes, faults).widget(node, kind, place);
        Field field = new Field(
                name,
                kind,
                widget,
                faults.words(node, place, "title", "x-title-en"),
                required.contains(name),
                codeList(node, place),
                new ConditionReader(codes, faults, siblings, outer).read(name, node.path("x-show-when"), place),
                node.path("x-variable").asBoolean(false),
                dataClass(node, place),
                limits(node, kind, place),
                hints(node, place),
                kind == Kind.GROUP ? fields(node.path("items"), place + "[].", siblings) : List.of());
        checkUse(field, node.path("x-give").asBoolean(false), place);
        return field;
    }

    private void checkExtensions(JsonNode node, String place) {
        for (String name : node.propertyNames()) {
            if (name.startsWith("x-") && !EXTENSIONS.contains(name)) {
                faults.add(place, name + " is not known");
            }
        }
        if (node.has("$ref")) {
            faults.add(place, "$ref is not followed: write the field out");
        }
    }

    private @Nullable CodeList codeList(JsonNode node, String place) {
        String code = codeOf(node);
        if (code.isEmpty()) {
            return null;
        }
        return codes.find(code).orElseGet(() -> {
            faults.add(place, "there is no code list " + code + " under codes/");
            return null;
        });
    }

    /** The list a field takes its values from; in an array it may stand at the field or at its items. */
    static String codeOf(JsonNode node) {
        return node.path("x-code").asString(node.path("items").path("x-code").asString(""));
    }

    private @Nullable String dataClass(JsonNode node, String place) {
        String dataClass = FaultList.optional(node, "x-class");
        if (dataClass != null && !Field.DATA_CLASSES.contains(dataClass)) {
            faults.add(place, "x-class has to be narrative, address, identity, reporter or placement");
        }
        return dataClass;
    }

    private Limits limits(JsonNode node, Kind kind, String place) {
        if (kind == Kind.TEXT && !node.has("maxLength")) {
            faults.add(place, "maxLength is missing: every text needs a limit");
        }
        Limits limits = new Limits(
                node.has("maxLength") ? node.path("maxLength").asInt(0) : null,
                node.has("minItems") ? node.path("minItems").asInt(0) : null,
                node.has("maxItems") ? node.path("maxItems").asInt(0) : null,
                node.has("minimum") ? node.path("minimum").asDecimal(null) : null,
                node.has("maximum") ? node.path("maximum").asDecimal(null) : null,
                notFuture(node, kind, place));
        if (limits.minItems() != null && limits.maxItems() != null && limits.minItems() > limits.maxItems()) {
            faults.add(place, "minItems is greater than maxItems");
        }
        return limits;
    }

    private boolean notFuture(JsonNode node, Kind kind, String place) {
        JsonNode said = node.path("x-not-future");
        if (said.isMissingNode()) {
            return false;
        }
        if (!said.isBoolean() || kind != Kind.DATE && kind != Kind.DATE_TIME) {
            faults.add(place, "x-not-future is true or false, and for dates and times only");
        }
        return said.asBoolean(false);
    }

    private Hints hints(JsonNode node, String place) {
        return new Hints(
                faults.pair(node, place, "description", "x-help-en"),
                FaultList.optional(node, "x-autocomplete"),
                FaultList.optional(node, "x-inputmode"),
                FaultList.perhaps(node, "x-add", "x-add-en"));
    }

    private void checkUse(Field field, boolean given, String place) {
        if (field.variable() && !field.kind().fitsProcess()) {
            faults.add(
                    place, "x-variable is for codes, yes/no, dates, numbers and ids; a process is told nothing else");
        }
        if (field.variable() && (place.contains("[]") || field.dataClass() != null)) {
            faults.add(place, "x-variable cannot stand in a group or with x-class");
        }
        if (given && (field.dataClass() != null || field.kind() == Kind.IDS)) {
            faults.add(
                    place,
                    "x-give is for codes, dates, numbers and plain facts; what is sealed, and files, are not given");
        }
        if (field.isGroup() && field.dataClass() != null) {
            faults.add(place, "x-class stands at the fields of a group, not at the group");
        }
    }

    /** Checks the regular expressions, which the schema library would only meet with the first answer. */
    void checkPattern(JsonNode node, String place) {
        String pattern = FaultList.optional(node, "pattern");
        if (pattern != null) {
            try {
                Pattern.compile(pattern);
            } catch (PatternSyntaxException e) {
                faults.add(place, "pattern is not a regular expression: " + e.getDescription());
            }
        }
    }
}

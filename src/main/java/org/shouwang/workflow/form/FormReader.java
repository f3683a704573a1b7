package org.shouwang.workflow.form;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.catalogue.Codes;
import org.shouwang.workflow.catalogue.Fault;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads one form file and says everything that is wrong with it. */
final class FormReader {

    private static final Set<String> EXTENSIONS =
            Set.of("x-title-en", "x-version", "x-submit", "x-submit-en", "x-one-tap", "x-oversight", "x-sections");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final String key;
    private final Codes codes;
    private final FaultList faults;

    FormReader(String file, Codes codes, List<Fault> faults) {
        this.key = file.replaceFirst("^forms/", "").replaceFirst("\\.json$", "");
        this.codes = codes;
        this.faults = new FaultList(file, faults);
    }

    /** The form; empty when a fault keeps it from being used. */
    Optional<Form> read(byte[] content) {
        int before = faults.faults().size();
        try {
            JsonNode form = JSON.readTree(content);
            if (!form.isObject()) {
                faults.add("", "a form is a JSON object");
                return Optional.empty();
            }
            return read(form, before);
        } catch (JacksonException e) {
            faults.add("line " + e.getLocation().getLineNr(), "not readable as JSON");
            return Optional.empty();
        }
    }

    private Optional<Form> read(JsonNode form, int before) {
        checkSchema(form);
        checkTop(form);
        List<Field> fields = new FieldReader(codes, faults).top(form);
        List<Section> sections = new SectionReader(faults).read(form, fields);
        checkCircles(fields);
        Text title = faults.words(form, "", "title", "x-title-en");
        Text submit = faults.words(form, "", "x-submit", "x-submit-en");
        OneTap oneTap = oneTap(form.path("x-one-tap"), fields);
        if (faults.faults().size() > before) {
            return Optional.empty();
        }
        Form read = new Form(
                key,
                form.path("x-version").asInt(),
                title,
                submit,
                sections,
                inOrder(sections, fields),
                oneTap,
                form,
                Schemas.compile(coded(form)));
        if (oneTap != null && !FormCheck.check(read, oneTap.data()).isEmpty()) {
            faults.add("x-one-tap", "is not enough: the form asks for more than this answer");
            return Optional.empty();
        }
        return Optional.of(read);
    }

    private @Nullable OneTap oneTap(JsonNode node, List<Field> fields) {
        if (node.isMissingNode()) {
            return null;
        }
        String name = node.size() == 1 ? node.propertyNames().iterator().next() : "";
        String value = node.path(name).asString("");
        Optional<OneTap> tap = Form.find(fields, name)
                .filter(field -> field.kind() == Kind.CODE)
                .filter(field -> field.codes() != null && field.codes().keys().contains(value))
                .map(field -> new OneTap(field, value));
        if (tap.isEmpty()) {
            faults.add("x-one-tap", "has to name one field and one of its codes");
        }
        return tap.orElse(null);
    }

    private void checkSchema(JsonNode form) {
        for (Error error : Schemas.faults(form)) {
            faults.add(
                    error.getInstanceLocation().toString(), "is no JSON Schema 2020-12 there: " + error.getMessage());
        }
        String dialect = form.path("$schema").asString(Schemas.DIALECT);
        if (!dialect.equals(Schemas.DIALECT)) {
            faults.add("$schema", "has to be " + Schemas.DIALECT);
        }
    }

    private void checkTop(JsonNode form) {
        for (String name : form.propertyNames()) {
            if (name.startsWith("x-") && !EXTENSIONS.contains(name)) {
                faults.add(name, "is not known");
            }
        }
        if (!form.path("type").asString("").equals("object")) {
            faults.add("type", "has to be object");
        }
        if (!form.path("additionalProperties").isBoolean()
                || form.path("additionalProperties").asBoolean()) {
            faults.add("additionalProperties", "has to be false: a form takes only the fields it shows");
        }
        if (!form.path("x-version").isInt() || form.path("x-version").asInt() < 1) {
            faults.add("x-version", "has to be a whole number from 1");
        }
        form.path("properties")
                .propertyStream()
                .forEach(property -> checkPatterns(property.getKey(), property.getValue()));
    }

    private void checkPatterns(String place, JsonNode property) {
        FieldReader reader = new FieldReader(codes, faults);
        reader.checkPattern(property, place);
        property.path("items")
                .path("properties")
                .propertyStream()
                .forEach(inner -> reader.checkPattern(inner.getValue(), place + "[]." + inner.getKey()));
    }

    /** Two fields that wait for each other would never be shown. */
    private void checkCircles(List<Field> fields) {
        for (Field field : fields) {
            if (waitsFor(field, field.name(), fields, new HashSet<>())) {
                faults.add(field.name(), "x-show-when goes in a circle");
            }
        }
    }

    private static boolean waitsFor(Field field, String name, List<Field> fields, Set<String> seen) {
        for (Condition condition : field.showWhen()) {
            if (condition.field().equals(name)) {
                return true;
            }
            if (seen.add(condition.field())
                    && Form.find(fields, condition.field())
                            .filter(next -> waitsFor(next, name, fields, seen))
                            .isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static List<Field> inOrder(List<Section> sections, List<Field> fields) {
        List<Field> ordered = new ArrayList<>();
        for (Section section : sections) {
            for (String name : section.fields()) {
                Form.find(fields, name).ifPresent(ordered::add);
            }
        }
        return ordered;
    }

    /** The schema with every code list written out, so that the library checks membership too. */
    private JsonNode coded(JsonNode form) {
        JsonNode copy = form.deepCopy();
        copy.path("properties").forEach(this::addKeys);
        dropExtensions(copy);
        return copy;
    }

    /** What is for the page means nothing to the library, which would warn of every unknown word. */
    private static void dropExtensions(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.propertyNames().stream()
                    .filter(name -> name.startsWith("x-"))
                    .toList()
                    .forEach(object::remove);
        }
        node.forEach(FormReader::dropExtensions);
    }

    private void addKeys(JsonNode property) {
        JsonNode items = property.path("items");
        String code = FieldReader.codeOf(property);
        if (!code.isEmpty()) {
            ObjectNode target = (ObjectNode) (items.isObject() ? items : property);
            ArrayNode keys = target.putArray("enum");
            codes.get(code).keys().forEach(keys::add);
        }
        items.path("properties").forEach(this::addKeys);
    }
}

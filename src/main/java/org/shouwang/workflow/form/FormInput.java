package org.shouwang.workflow.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What somebody answered, as JSON of the form's shape. Nothing typed is refused here: a value that does not fit stays
 * as it was typed, so that the page can show it again beside the problem {@link FormCheck} names.
 *
 * @param data the answers; empty ones and those of fields not shown are absent
 * @param problems what can only be seen in the request: fields the form does not have, an old version of the form
 * @param rowsChanged a button added or removed a row of a group: show the form again, check nothing
 */
public record FormInput(ObjectNode data, List<FieldProblem> problems, boolean rowsChanged) {

    public static final String VERSION = "_version";
    public static final String ADD = "_add";
    public static final String REMOVE = "_remove";
    public static final String ONE_TAP = "_one-tap";

    public FormInput {
        problems = List.copyOf(problems);
    }

    /** From a page. {@code known} holds the answers of {@code facts} fields, which no browser may change. */
    public static FormInput of(Form form, MultiValueMap<String, String> parameters, JsonNode known) {
        Parameters read = new Parameters(form, parameters);
        OneTap tap = parameters.containsKey(ONE_TAP) ? form.oneTap() : null;
        ObjectNode data = tap == null ? read.data() : tap.data();
        List<FieldProblem> problems = new ArrayList<>(read.unknown());
        String version = parameters.getFirst(VERSION);
        if (version != null && !version.equals(String.valueOf(form.version()))) {
            problems.add(FieldProblem.at("", "stale-version"));
        }
        addFacts(form, data, known);
        if (read.rowsChanged()) {
            return new FormInput(data, problems, true);
        }
        Shown.prune(form.fields(), data);
        return new FormInput(data, problems, false);
    }

    public static FormInput of(Form form, MultiValueMap<String, String> parameters) {
        return of(form, parameters, JsonNodeFactory.instance.objectNode());
    }

    /** From the API: the same form in JSON. Fields the form does not have stay, for the check to name. */
    public static FormInput of(Form form, JsonNode json, JsonNode known) {
        if (!(json instanceof ObjectNode object)) {
            throw Refusal.malformed("malformed");
        }
        ObjectNode data = Tidy.object(form.fields(), object);
        addFacts(form, data, known);
        Shown.prune(form.fields(), data);
        return new FormInput(data, List.of(), false);
    }

    /**
     * A part of the answers, while somebody is still typing: the named fields only, a {@code null} for each that was
     * emptied. For {@link Drafts#merge}.
     */
    public static ObjectNode part(Form form, MultiValueMap<String, String> parameters, Set<String> fields) {
        ObjectNode all = new Parameters(form, parameters).data();
        ObjectNode part = JsonNodeFactory.instance.objectNode();
        for (Field field : form.fields()) {
            if (fields.contains(field.name()) && field.widget() != Widget.FACTS) {
                part.set(field.name(), all.has(field.name()) ? all.get(field.name()) : part.nullNode());
            }
        }
        return part;
    }

    private static void addFacts(Form form, ObjectNode data, JsonNode known) {
        for (Field field : form.fields()) {
            if (field.widget() == Widget.FACTS) {
                data.remove(field.name());
                if (known.hasNonNull(field.name())) {
                    data.set(field.name(), known.get(field.name()));
                }
            }
        }
    }
}

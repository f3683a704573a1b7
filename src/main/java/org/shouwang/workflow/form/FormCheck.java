package org.shouwang.workflow.form;

import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.web.FieldProblem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says what is wrong with answers, one problem a field, in the order of the page. Every problem's first argument is the
 * field's label, so that its sentence stands by itself in the summary on top and in the API.
 */
public final class FormCheck {

    private final Form form;
    private final ObjectNode data;
    private final Locale locale;
    private final Map<String, FieldProblem> problems = new LinkedHashMap<>();

    private FormCheck(Form form, ObjectNode data, Locale locale) {
        this.form = form;
        this.data = data;
        this.locale = locale;
    }

    public static List<FieldProblem> check(Form form, ObjectNode data) {
        return check(form, data, Locale.SIMPLIFIED_CHINESE);
    }

    /** @param locale of the labels the problems name */
    public static List<FieldProblem> check(Form form, ObjectNode data, Locale locale) {
        return new FormCheck(form, data, locale).check();
    }

    private List<FieldProblem> check() {
        for (Error error : form.schema().validate(data)) {
            problem(error).ifPresent(problem -> problems.putIfAbsent(problem.path(), problem));
        }
        List<FieldProblem> ordered = new ArrayList<>(problems.values());
        ordered.sort(Comparator.comparingInt(problem -> form.position(Place.top(problem.path()))));
        return ordered;
    }

    private Optional<FieldProblem> problem(Error error) {
        String evaluation = error.getEvaluationPath().toString();
        if (evaluation.startsWith("/anyOf")) {
            return AnyOf.problem(form, data, locale);
        }
        Place place = Place.of(error);
        Field field = place.field(form);
        if (field != null && !Shown.isShown(field, place.row(data), data)) {
            return Optional.empty();
        }
        return Optional.of(named(place.path(), field, error));
    }

    private FieldProblem named(String path, @Nullable Field field, Error error) {
        if (field == null) {
            return FieldProblem.at(path, "unknown-field");
        }
        String label = field.label().in(locale);
        Limits limits = field.limits();
        return switch (error.getKeyword()) {
            case "required", "dependentRequired" -> FieldProblem.at(path, "required", label);
            case "maxLength" -> FieldProblem.at(path, "too-long", label, limit(error), length(error));
            case "minLength" -> FieldProblem.at(path, "too-short", label, limit(error));
            case "enum", "const" -> FieldProblem.at(path, "not-in-list", label);
            case "format" -> FieldProblem.at(path, format(field), label);
            case "pattern" -> FieldProblem.at(path, "pattern", label);
            case "minimum", "exclusiveMinimum" -> FieldProblem.at(path, "too-small", label, limit(error));
            case "maximum", "exclusiveMaximum" -> FieldProblem.at(path, "too-great", label, limit(error));
            case "minItems" -> FieldProblem.at(path, "too-few", label, limit(error));
            case "maxItems" -> FieldProblem.at(path, "too-many-items", label, limit(error));
            case "uniqueItems" -> FieldProblem.at(path, "twice", label);
            case "type" -> FieldProblem.at(path, type(field), label);
            default -> FieldProblem.at(path, "wrong", label, limits.maxLength() == null ? 0 : limits.maxLength());
        };
    }

    private static Object limit(Error error) {
        JsonNode limit = error.getSchemaNode();
        return limit != null && limit.isNumber() ? limit.numberValue() : 0;
    }

    private static int length(Error error) {
        JsonNode typed = error.getInstanceNode();
        return typed == null
                ? 0
                : typed.asString("").codePointCount(0, typed.asString("").length());
    }

    private static String format(Field field) {
        return switch (field.kind()) {
            case DATE -> "bad-date";
            case DATE_TIME -> "bad-time";
            default -> "not-in-list";
        };
    }

    private static String type(Field field) {
        return switch (field.kind()) {
            case NUMBER -> "not-a-number";
            case INTEGER -> "not-a-whole-number";
            case DATE -> "bad-date";
            case DATE_TIME -> "bad-time";
            case CODE, CODES, BOOLEAN, IDS, ID -> "not-in-list";
            case TEXT, GROUP -> "wrong";
        };
    }
}

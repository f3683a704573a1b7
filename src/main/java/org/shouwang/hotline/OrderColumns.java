package org.shouwang.hotline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.CodeList;
import org.shouwang.workflow.form.Field;
import org.shouwang.workflow.form.Form;
import org.shouwang.workflow.form.FormBook;
import org.shouwang.workflow.form.FormInput;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The columns of a file of orders: the questions of the form by their names, the line left out. */
@Component
class OrderColumns {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String SEPARATORS = "[;；、,，\\n]+";
    private static final String LINE = "line";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-M-d['T'][' ']H:mm[:ss][.SSS]", Locale.ROOT);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-M-d", Locale.ROOT);

    private final FormBook forms;

    OrderColumns(FormBook forms) {
        this.forms = forms;
    }

    /** A row as answers of the form; what could not be understood stays as it was typed. */
    record Read(ObjectNode answers, List<FieldProblem> problems) {}

    Form form() {
        return forms.get(HotlineOrders.FORM);
    }

    List<Field> fields() {
        return form().fields().stream()
                .filter(field -> !field.name().equals(LINE))
                .toList();
    }

    /** The heading of the template. */
    List<String> titles(Locale locale) {
        return fields().stream().map(field -> field.label().in(locale)).toList();
    }

    /**
     * Which column holds which question.
     *
     * @throws Refusal 422 when the first row is no such heading
     */
    Map<Integer, Field> heading(SheetRow first) {
        Map<Integer, Field> columns = new LinkedHashMap<>();
        for (int column = 0; column < first.cells().size(); column++) {
            String title = first.cell(column);
            if (!title.isEmpty()) {
                Field field = named(title)
                        .orElseThrow(() -> Refusal.invalid(List.of(FieldProblem.at("file", "hotline-file-heading"))));
                columns.put(column, field);
            }
        }
        List<Field> missing = fields().stream()
                .filter(field -> field.required() && field.showWhen().isEmpty() && !columns.containsValue(field))
                .toList();
        if (!missing.isEmpty()) {
            throw Refusal.invalid(List.of(FieldProblem.at(
                    "file", "hotline-file-column", missing.get(0).label().in(Locale.CHINESE))));
        }
        return columns;
    }

    private Optional<Field> named(String title) {
        return fields().stream()
                .filter(field -> title.equals(field.name())
                        || title.equals(field.label().in(Locale.CHINESE))
                        || title.equals(field.label().in(Locale.ENGLISH)))
                .findFirst();
    }

    Read read(SheetRow row, Map<Integer, Field> columns, Hotline line, Places.Names villages) {
        ObjectNode typed = JSON.objectNode();
        typed.put(LINE, line.key());
        List<FieldProblem> problems = new ArrayList<>();
        columns.forEach((column, field) -> {
            String value = row.cell(column);
            if (!value.isEmpty()) {
                typed.set(field.name(), value(field, value, villages));
            }
            if (row.formulas().contains(column)) {
                problems.add(FieldProblem.at(
                        field.name(), "hotline-formula", field.label().in(Locale.CHINESE)));
            }
        });
        FormInput input = FormInput.of(form(), typed, JSON.objectNode());
        problems.addAll(input.problems());
        return new Read(input.data(), problems);
    }

    private static JsonNode value(Field field, String value, Places.Names villages) {
        if (field.widget().key().equals("division")) {
            return JSON.stringNode(villages.code(value).orElse(value));
        }
        return switch (field.kind()) {
            case CODE -> JSON.stringNode(code(field, value));
            case CODES -> codes(field, value);
            case DATE_TIME -> JSON.stringNode(moment(value));
            case DATE -> JSON.stringNode(day(value));
            case INTEGER ->
                value.matches("[0-9]{1,4}") ? JSON.numberNode(Integer.parseInt(value)) : JSON.stringNode(value);
            default -> JSON.stringNode(value);
        };
    }

    private static ArrayNode codes(Field field, String value) {
        ArrayNode codes = JSON.arrayNode();
        for (String each : value.split(SEPARATORS, 0)) {
            if (!each.isBlank()) {
                codes.add(code(field, each.strip()));
            }
        }
        return codes;
    }

    private static String code(Field field, String value) {
        CodeList list = field.codes();
        return list == null
                ? value
                : list.items().stream()
                        .filter(item -> value.equals(item.key()) || value.equals(item.zh()) || value.equals(item.en()))
                        .findFirst()
                        .map(item -> item.key())
                        .orElse(value);
    }

    private static String moment(String value) {
        try {
            LocalDateTime at = LocalDateTime.parse(value.replace('/', '-'), MOMENT);
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(ZoneId.of("Asia/Shanghai")));
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    private static String day(String value) {
        try {
            return LocalDate.parse(value.replace('/', '-').split("T", 2)[0], DAY)
                    .toString();
        } catch (DateTimeParseException e) {
            return value;
        }
    }
}

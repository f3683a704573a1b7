package org.shouwang.workflow.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.web.FieldProblem;
import org.shouwang.workflow.form.FormView.FieldView;
import org.shouwang.workflow.form.FormView.RowView;
import org.springframework.context.MessageSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the view of each field of one form in somebody's hands. */
final class FieldViews {

    private static final String NEW_ROW = "__";

    private final Filling filling;
    private final MessageSource messages;
    private final Locale locale;
    private final ChoiceViews choices;
    private final Map<String, String> sentences;

    FieldViews(Form form, Filling filling, MessageSource messages, Locale locale) {
        this.filling = filling;
        this.messages = messages;
        this.locale = locale;
        this.choices = new ChoiceViews(filling, messages, locale);
        this.sentences = filling.problems().stream()
                .filter(problem -> form.field(Place.top(problem.path())).isPresent())
                .collect(Collectors.toMap(
                        FieldProblem::path, problem -> sentence(messages, problem, locale), (first, next) -> first));
    }

    static String sentence(MessageSource messages, FieldProblem problem, Locale locale) {
        return messages.getMessage(
                "problem." + problem.code(), problem.arguments().toArray(), locale);
    }

    static String id(String path) {
        return "f-" + path.replace('[', '-').replace("].", "-").replace("]", "");
    }

    FieldView top(Field field) {
        return view(field, "", field.name(), filling.data().path(field.name()));
    }

    private FieldView view(Field field, String prefix, String top, JsonNode value) {
        String path = prefix + field.name();
        List<Choice> offered = choices.of(field, value);
        Text help = field.hints().help();
        String problem = sentences.get(path);
        return new FieldView(
                path,
                id(path),
                top,
                field.widget().key(),
                field.label().in(locale),
                help == null ? null : help.in(locale),
                field.required(),
                field.widget() == Widget.FACTS ? choices.words(field, value) : Values.typed(field, value),
                offered,
                ChoiceViews.fitInRow(offered),
                problem,
                describedBy(id(path), help != null, problem != null),
                showWhen(field, prefix),
                filling.facts().get(field.name()),
                field.limits(),
                field.hints(),
                field.isMany(),
                field.isGroup() ? rows(field, value) : List.of(),
                field.isGroup() ? row(field, NEW_ROW, MissingNode.getInstance()) : null,
                add(field));
    }

    private static @Nullable String describedBy(String id, boolean help, boolean problem) {
        String ids = Stream.of(help ? id + "-h" : "", problem ? id + "-e" : "")
                .filter(one -> !one.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }

    private static @Nullable String showWhen(Field field, String prefix) {
        if (field.showWhen().isEmpty()) {
            return null;
        }
        ObjectNode conditions = JsonNodeFactory.instance.objectNode();
        for (Condition condition : field.showWhen()) {
            var values = conditions.putArray((condition.sibling() ? prefix : "") + condition.field());
            condition.values().stream().sorted().forEach(values::add);
        }
        return conditions.toString();
    }

    private List<RowView> rows(Field group, JsonNode value) {
        List<RowView> rows = new ArrayList<>();
        value.forEach(row -> rows.add(row(group, String.valueOf(rows.size()), row)));
        int wanted = Math.max(
                1, group.limits().minItems() == null ? 0 : group.limits().minItems());
        while (rows.size() < wanted) {
            rows.add(row(group, String.valueOf(rows.size()), MissingNode.getInstance()));
        }
        return rows;
    }

    private RowView row(Field group, String number, JsonNode value) {
        String path = group.name() + "[" + number + "]";
        String shown = number.equals(NEW_ROW) ? NEW_ROW : String.valueOf(Integer.parseInt(number) + 1);
        List<FieldView> fields = group.fields().stream()
                .map(field -> view(field, path + ".", group.name(), value.path(field.name())))
                .toList();
        return new RowView(path, id(path), shown, fields);
    }

    private @Nullable String add(Field field) {
        if (!field.isGroup()) {
            return null;
        }
        Text add = field.hints().add();
        return add == null ? messages.getMessage("form.add", null, locale) : add.in(locale);
    }
}

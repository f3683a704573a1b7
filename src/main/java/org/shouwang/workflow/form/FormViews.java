package org.shouwang.workflow.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.ProblemView;
import org.shouwang.workflow.form.FormView.FieldView;
import org.shouwang.workflow.form.FormView.SectionView;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes the views that templates show, in the reader's language. */
@Component
public class FormViews {

    private final MessageSource messages;

    public FormViews(MessageSource messages) {
        this.messages = messages;
    }

    public FormView show(Form form, Filling filling, Locale locale) {
        FieldViews fields = new FieldViews(form, filling, messages, locale);
        List<SectionView> sections = new ArrayList<>();
        for (Section section : form.sections()) {
            sections.add(section(section, sections.size() + 1, form, fields, filling.data(), locale));
        }
        return new FormView(
                form.key(),
                form.version(),
                form.title().in(locale),
                form.submit().in(locale),
                OneTap.label(form.oneTap(), locale),
                sections,
                problems(form, filling, locale),
                filling.links(),
                filling.paged());
    }

    private SectionView section(
            Section section, int number, Form form, FieldViews views, JsonNode data, Locale locale) {
        List<Field> fields = section.fields().stream()
                .flatMap(name -> form.field(name).stream())
                .toList();
        List<FieldView> shown = fields.stream().map(views::top).toList();
        Text help = section.help();
        return new SectionView(
                section.key(),
                number,
                section.title().in(locale),
                help == null ? null : help.in(locale),
                shown,
                state(fields, shown, data));
    }

    private static String state(List<Field> fields, List<FieldView> shown, JsonNode data) {
        if (shown.stream().anyMatch(FormViews::isBad)) {
            return "bad";
        }
        List<Field> asked = fields.stream()
                .filter(field -> Shown.isShown(field, data, data))
                .toList();
        boolean complete = asked.stream().filter(Field::required).allMatch(field -> data.hasNonNull(field.name()));
        boolean begun = asked.stream().anyMatch(field -> data.hasNonNull(field.name()));
        return complete && begun ? "done" : "todo";
    }

    private static boolean isBad(FieldView field) {
        return field.problem() != null
                || field.rows().stream()
                        .flatMap(row -> row.fields().stream())
                        .anyMatch(inner -> inner.problem() != null);
    }

    private List<ProblemView> problems(Form form, Filling filling, Locale locale) {
        return filling.problems().stream()
                .sorted(Comparator.comparingInt(problem -> form.position(Place.top(problem.path()))))
                .map(problem -> new ProblemView(target(form, problem), sentence(problem, locale)))
                .toList();
    }

    private static String target(Form form, FieldProblem problem) {
        return form.field(Place.top(problem.path())).isPresent() ? FieldViews.id(problem.path()) : "";
    }

    private String sentence(FieldProblem problem, Locale locale) {
        return FieldViews.sentence(messages, problem, locale);
    }
}

package org.shouwang.workflow.web;

import java.util.List;
import java.util.Locale;
import org.shouwang.access.Requires;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.form.Field;
import org.shouwang.workflow.form.Form;
import org.shouwang.workflow.form.FormBook;
import org.shouwang.workflow.form.Widget;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Forms to print and fill in with a pen, for when there is no network: what is written there is entered afterwards. */
@Controller
class BlankFormController {

    /** So many rows of a group stand on the paper. */
    private static final int ROWS = 4;

    private final FormBook forms;

    BlankFormController(FormBook forms) {
        this.forms = forms;
    }

    record Choice(String key, String title) {}

    /** @param rows how often its questions stand on the paper, for a group */
    record Question(
            String label,
            String help,
            boolean required,
            boolean wide,
            List<String> choices,
            List<String> columns,
            int rows) {}

    record Part(String title, List<Question> questions) {}

    @GetMapping("/forms")
    @Requires("inbox.read")
    String list(Model model, Locale locale) {
        model.addAttribute(
                "forms",
                forms.current().all().stream()
                        .map(form -> new Choice(form.key(), form.title().in(locale)))
                        .toList());
        return "workflow/forms";
    }

    @GetMapping("/forms/{form}/blank")
    @Requires("inbox.read")
    String blank(@PathVariable String form, Model model, Locale locale) {
        Form found = forms.current().find(form).orElseThrow(Refusal::notFound);
        model.addAttribute("title", found.title().in(locale));
        model.addAttribute("version", found.version());
        model.addAttribute(
                "parts",
                found.sections().stream()
                        .map(section -> new Part(
                                section.title().in(locale),
                                section.fields().stream()
                                        .flatMap(name -> found.field(name).stream())
                                        .filter(field -> field.widget() != Widget.HIDDEN)
                                        .map(field -> question(field, locale))
                                        .toList()))
                        .filter(part -> !part.questions().isEmpty())
                        .toList());
        return "workflow/blank";
    }

    private static Question question(Field field, Locale locale) {
        return new Question(
                field.label().in(locale),
                field.hints().help() == null ? "" : field.hints().help().in(locale),
                field.required(),
                field.widget() == Widget.TEXTAREA,
                field.codes() == null
                        ? List.of()
                        : field.codes().items().stream()
                                .map(item -> item.name(locale))
                                .toList(),
                field.fields().stream()
                        .filter(inner -> inner.widget() != Widget.HIDDEN)
                        .map(inner -> inner.label().in(locale))
                        .toList(),
                field.isGroup() ? ROWS : 0);
    }
}

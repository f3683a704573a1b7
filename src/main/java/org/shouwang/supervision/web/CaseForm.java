package org.shouwang.supervision.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.shouwang.access.Actors;
import org.shouwang.casefile.CaseView;
import org.shouwang.web.Crumb;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.FormNames;
import org.shouwang.workflow.form.Filling;
import org.shouwang.workflow.form.Form;
import org.shouwang.workflow.form.FormBook;
import org.shouwang.workflow.form.FormInput;
import org.shouwang.workflow.form.FormViews;
import org.shouwang.workflow.form.Links;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A form that stands alone on a page of a case: empty, or as it came back with what is wrong with it. */
@Component
class CaseForm {

    private static final String KEY = "_key";

    private final FormBook forms;
    private final FormViews views;
    private final FormNames names;
    private final Actors actors;
    private final MessageSource messages;

    CaseForm(FormBook forms, FormViews views, FormNames names, Actors actors, MessageSource messages) {
        this.forms = forms;
        this.views = views;
        this.names = names;
        this.actors = actors;
        this.messages = messages;
    }

    /**
     * @param answers as they came, or none yet
     * @param version of the form they were given to
     * @param key idempotency key: the same through errors and repetitions
     */
    record Sheet(ObjectNode answers, int version, String key, List<FieldProblem> problems) {

        Sheet with(List<FieldProblem> now) {
            return new Sheet(answers, version, key, now);
        }
    }

    Sheet blank() {
        return new Sheet(JsonNodeFactory.instance.objectNode(), 0, newKey(), List.of());
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    Sheet sent(String form, MultiValueMap<String, String> parameters) {
        FormInput input = FormInput.of(forms.get(form), parameters);
        String version = parameters.getFirst(FormInput.VERSION);
        String key = parameters.getFirst(KEY);
        return new Sheet(
                input.data(),
                version != null && version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : 0,
                key == null || key.isBlank() ? newKey() : key,
                input.problems());
    }

    /** From the API; {@code _version} names the form's version where the caller knows it. */
    Sheet sent(String form, JsonNode body) {
        Form known = forms.get(form);
        if (!(body instanceof ObjectNode answers)) {
            throw Refusal.malformed("malformed");
        }
        JsonNode version = answers.remove(FormInput.VERSION);
        FormInput input = FormInput.of(known, answers, JsonNodeFactory.instance.objectNode());
        return new Sheet(input.data(), version == null ? known.version() : version.asInt(0), "", input.problems());
    }

    /** What may be told on the page itself; any other refusal is thrown on. */
    Sheet refused(Sheet sheet, Refusal refusal, HttpServletResponse response) {
        if (refusal.status() != HttpStatus.UNPROCESSABLE_CONTENT && refusal.status() != HttpStatus.CONFLICT) {
            throw refusal;
        }
        response.setStatus(refusal.status().value());
        return sheet.with(
                refusal.problems().isEmpty()
                        ? List.of(FieldProblem.at(
                                "", refusal.code(), refusal.arguments().toArray()))
                        : refusal.problems());
    }

    void show(String form, CaseView file, Sheet sheet, Model model, Locale locale) {
        Form known = forms.get(form);
        Filling filling = Filling.of(sheet.answers())
                .with(sheet.problems())
                .withNames(names.names(sheet.answers()))
                .withChoices(Map.copyOf(names.choices(known, actors.current())))
                .with(new Links(null, "/attachments?subject=" + file.id(), "/persons/search"));
        model.addAttribute("form", views.show(known, filling, locale));
        model.addAttribute("key", sheet.key());
        model.addAttribute("file", file);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("nav.cases", null, locale), "/cases"),
                        new Crumb(file.number() + " " + file.title(), "/cases/" + file.id()),
                        Crumb.here(known.title().in(locale))));
    }
}

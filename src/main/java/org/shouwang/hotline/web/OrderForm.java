package org.shouwang.hotline.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.hotline.Hotline;
import org.shouwang.hotline.HotlineOrders;
import org.shouwang.hotline.Hotlines;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.FormNames;
import org.shouwang.workflow.form.Choice;
import org.shouwang.workflow.form.Filling;
import org.shouwang.workflow.form.Form;
import org.shouwang.workflow.form.FormBook;
import org.shouwang.workflow.form.FormInput;
import org.shouwang.workflow.form.FormViews;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The form of an order: empty, or as it came back with what is wrong with it. */
@Component
class OrderForm {

    private static final String KEY = "_key";

    private final FormBook forms;
    private final FormViews views;
    private final FormNames names;
    private final Hotlines lines;

    OrderForm(FormBook forms, FormViews views, FormNames names, Hotlines lines) {
        this.forms = forms;
        this.views = views;
        this.names = names;
        this.lines = lines;
    }

    /**
     * @param answers as they came, or what is known already
     * @param version of the form they were given to
     * @param key idempotency key: the same through errors and repetitions
     */
    record Sheet(ObjectNode answers, int version, String key, List<FieldProblem> problems) {

        Sheet with(List<FieldProblem> now) {
            return new Sheet(answers, version, key, now);
        }

        @Override
        public String toString() {
            return "Sheet[" + key + "]";
        }
    }

    private Form form() {
        return forms.get(HotlineOrders.FORM);
    }

    /** An empty one, with the one line this officer receives, if it is one. */
    Sheet blank(Actor actor) {
        ObjectNode known = JsonNodeFactory.instance.objectNode();
        List<Hotline> mine = lines.of(actor, "hotline.enter");
        if (mine.size() == 1) {
            known.put("line", mine.get(0).key());
        }
        known.put("confidential", "no");
        return new Sheet(known, 0, newKey(), List.of());
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }

    Sheet sent(MultiValueMap<String, String> parameters) {
        FormInput input = FormInput.of(form(), parameters);
        String version = parameters.getFirst(FormInput.VERSION);
        @Nullable String key = parameters.getFirst(KEY);
        return new Sheet(
                input.data(),
                version != null && version.matches("[0-9]{1,6}") ? Integer.parseInt(version) : 0,
                key == null || key.isBlank() ? newKey() : key,
                input.problems());
    }

    /** From the API; {@code _version} names the form's version where the caller knows it. */
    Sheet sent(JsonNode body) {
        if (!(body instanceof ObjectNode answers)) {
            throw Refusal.malformed("malformed");
        }
        JsonNode version = answers.remove(FormInput.VERSION);
        FormInput input = FormInput.of(form(), answers, JsonNodeFactory.instance.objectNode());
        return new Sheet(input.data(), version == null ? form().version() : version.asInt(0), "", input.problems());
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

    void show(Sheet sheet, Actor actor, Model model, Locale locale) {
        Form form = form();
        Map<String, List<Choice>> choices = new HashMap<>(names.choices(form, actor));
        Filling filling = Filling.of(sheet.answers())
                .with(sheet.problems())
                .withNames(names.names(sheet.answers()))
                .withChoices(choices);
        model.addAttribute("form", views.show(form, filling, locale));
        model.addAttribute("key", sheet.key());
    }
}

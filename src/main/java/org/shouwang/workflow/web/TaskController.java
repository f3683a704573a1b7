package org.shouwang.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.KeptForms;
import org.shouwang.access.Requires;
import org.shouwang.web.Crumb;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Flash;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.FormNames;
import org.shouwang.workflow.Tasks;
import org.shouwang.workflow.form.Filling;
import org.shouwang.workflow.form.Form;
import org.shouwang.workflow.form.FormInput;
import org.shouwang.workflow.form.FormViews;
import org.shouwang.workflow.form.Links;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.node.ObjectNode;

/** A task: its form on the left, what one needs for it on the right. Nothing typed is lost, whatever goes wrong. */
@Controller
class TaskController {

    private final Tasks tasks;
    private final FormViews views;
    private final TaskSides sides;
    private final TaskRows rows;
    private final FormNames names;
    private final Actors actors;
    private final KeptForms kept;
    private final MessageSource messages;

    TaskController(
            Tasks tasks,
            FormViews views,
            TaskSides sides,
            TaskRows rows,
            FormNames names,
            Actors actors,
            KeptForms kept,
            MessageSource messages) {
        this.tasks = tasks;
        this.views = views;
        this.sides = sides;
        this.rows = rows;
        this.names = names;
        this.actors = actors;
        this.kept = kept;
        this.messages = messages;
    }

    @GetMapping("/tasks/{id}")
    @Requires("task.work")
    String show(@PathVariable String id, Model model, Locale locale, HttpServletRequest request) {
        Actor actor = actors.current();
        Tasks.Opened opened = tasks.open(id, actor);
        Optional<MultiValueMap<String, String>> sent = kept.take(request, actor);
        if (sent.isPresent() && opened.task().open()) {
            FormInput input = FormInput.of(opened.form(), sent.get(), opened.data());
            tasks.keep(id, input.data(), actor);
            return page(opened, input.data(), List.of(FieldProblem.at("", "login-expired")), actor, model, locale);
        }
        return page(opened, opened.data(), List.of(), actor, model, locale);
    }

    private String page(
            Tasks.Opened opened,
            ObjectNode data,
            List<FieldProblem> problems,
            Actor actor,
            Model model,
            Locale locale) {
        Form form = opened.form();
        Filling filling = Filling.of(data)
                .with(problems)
                .withNames(names.names(data))
                .withChoices(names.choices(form, actor, opened.task().division()))
                .with(new Links(
                        "/tasks/" + opened.task().id() + "/draft",
                        "/attachments?subject=" + opened.task().subjectId(),
                        "/persons/search"));
        model.addAttribute("task", opened.task());
        model.addAttribute("row", rows.of(List.of(opened.task()), actor, locale).get(0));
        model.addAttribute("form", views.show(form, filling, locale));
        model.addAttribute(
                "mineToWork",
                opened.task().open()
                        && actor.officer().id().equals(opened.task().assignee()));
        TaskSides.Side side = sides.of(opened.task(), actor, locale);
        model.addAttribute("side", side);
        model.addAttribute("crumbs", crumbs(opened.task(), side.subjectOpens(), locale));
        model.addAttribute("savedAt", opened.savedAt() == null ? null : time(opened.savedAt()));
        return "workflow/task";
    }

    /** A case that does not open for the reader yet is named, not linked. */
    private List<Crumb> crumbs(InboxTask task, boolean opens, Locale locale) {
        List<Crumb> crumbs = new ArrayList<>();
        crumbs.add(new Crumb(messages.getMessage("nav.inbox", null, locale), "/inbox"));
        if (task.subjectKind().equals("case")) {
            crumbs.add(new Crumb(task.number() + " " + task.title(), opens ? "/cases/" + task.subjectId() : null));
        }
        crumbs.add(Crumb.here(task.name()));
        return crumbs;
    }

    @PostMapping("/tasks/{id}/claim")
    @Requires("task.work")
    String claim(@PathVariable String id, RedirectAttributes redirect, Locale locale) {
        tasks.claim(id, actors.current());
        flash(redirect, "flash.claimed", "/tasks/" + id + "/release", locale);
        return "redirect:/tasks/" + id;
    }

    @PostMapping("/tasks/{id}/release")
    @Requires("task.work")
    String release(@PathVariable String id, RedirectAttributes redirect, Locale locale) {
        tasks.release(id, actors.current());
        flash(redirect, "flash.released", "/tasks/" + id + "/claim", locale);
        return "redirect:/inbox";
    }

    /** Autosave: the fields just changed, named by {@code _fields}. */
    @PostMapping("/tasks/{id}/draft")
    @Requires("task.work")
    @ResponseBody
    Map<String, String> draft(@PathVariable String id, @RequestParam MultiValueMap<String, String> parameters) {
        Actor actor = actors.current();
        Form form = tasks.open(id, actor).form();
        String fields = parameters.getFirst("_fields");
        Set<String> changed = fields == null ? Set.of() : Set.of(fields.split(","));
        Instant saved = tasks.draft(id, FormInput.part(form, parameters, changed), actor);
        return Map.of("savedAt", time(saved));
    }

    @PostMapping("/tasks/{id}/complete")
    @Requires("task.work")
    String complete(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            RedirectAttributes redirect,
            Locale locale,
            jakarta.servlet.http.HttpServletResponse response) {
        Actor actor = actors.current();
        Tasks.Opened opened;
        try {
            opened = tasks.open(id, actor);
        } catch (Refusal refusal) {
            return gone(refusal, parameters, model, response);
        }
        FormInput input = FormInput.of(opened.form(), parameters, opened.data());
        if (input.rowsChanged() || parameters.containsKey("_save")) {
            tasks.keep(id, input.data(), actor);
            return input.rowsChanged()
                    ? page(opened, input.data(), List.of(), actor, model, locale)
                    : "redirect:/tasks/" + id;
        }
        try {
            refuse(input);
            tasks.complete(id, version(parameters), input.data(), actor);
        } catch (Refusal refusal) {
            tasks.keep(id, input.data(), actor);
            response.setStatus(refusal.status().value());
            return page(opened, input.data(), problems(refusal), actor, model, locale);
        }
        flash(redirect, "flash.completed", null, locale);
        return "redirect:" + sides.after(opened.task());
    }

    /** Somebody else has it, or it is done: what was typed is shown once more, and nothing of the task. */
    private static String gone(
            Refusal refusal,
            MultiValueMap<String, String> parameters,
            Model model,
            jakarta.servlet.http.HttpServletResponse response) {
        String typed = parameters.entrySet().stream()
                .filter(each -> !each.getKey().startsWith("_"))
                .flatMap(each -> each.getValue().stream())
                .filter(value -> !value.isBlank())
                .collect(Collectors.joining("\n"));
        if (refusal.status() != HttpStatus.NOT_FOUND || typed.isEmpty()) {
            throw refusal;
        }
        response.setStatus(refusal.status().value());
        model.addAttribute("typed", typed);
        return "workflow/gone";
    }

    private static void refuse(FormInput input) {
        if (!input.problems().isEmpty()) {
            throw Refusal.invalid(input.problems());
        }
    }

    private static List<FieldProblem> problems(Refusal refusal) {
        if (refusal.status() == HttpStatus.UNPROCESSABLE_CONTENT) {
            return refusal.problems();
        }
        if (refusal.status() == HttpStatus.CONFLICT) {
            return List.of(
                    FieldProblem.at("", refusal.code(), refusal.arguments().toArray()));
        }
        throw refusal;
    }

    private static int version(MultiValueMap<String, String> parameters) {
        String version = parameters.getFirst(FormInput.VERSION);
        try {
            return version == null ? 0 : Integer.parseInt(version);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private String time(Instant saved) {
        return LocalTime.ofInstant(saved, java.time.ZoneId.of("Asia/Shanghai"))
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private void flash(
            RedirectAttributes redirect, String code, @org.jspecify.annotations.Nullable String undo, Locale locale) {
        redirect.addFlashAttribute("flash", new Flash(messages.getMessage(code, null, locale), undo));
    }
}

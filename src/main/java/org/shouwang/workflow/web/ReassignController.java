package org.shouwang.workflow.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.web.Flash;
import org.shouwang.workflow.Tasks;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A superior hands a task to another officer who may hold it (转交). */
@Controller
class ReassignController {

    private final Tasks tasks;
    private final Actors actors;
    private final MessageSource messages;

    ReassignController(Tasks tasks, Actors actors, MessageSource messages) {
        this.tasks = tasks;
        this.actors = actors;
        this.messages = messages;
    }

    /** Somebody who could have the task. */
    record Choice(UUID id, String name, String unit) {}

    @GetMapping("/tasks/{id}/reassign")
    @Requires("task.reassign")
    String choose(@PathVariable String id, Model model) {
        Actor actor = actors.current();
        model.addAttribute("task", tasks.open(id, actor).task());
        model.addAttribute("choices", choices(id, actor));
        return "workflow/reassign";
    }

    @PostMapping("/tasks/{id}/reassign")
    @Requires("task.reassign")
    String reassign(@PathVariable String id, @RequestParam UUID officer, RedirectAttributes redirect, Locale locale) {
        Actor actor = actors.current();
        InboxTask task = tasks.open(id, actor).task();
        tasks.reassign(id, officer, actor);
        redirect.addFlashAttribute("flash", new Flash(messages.getMessage("flash.reassigned", null, locale), null));
        return task.subjectKind().equals("case") ? "redirect:/cases/" + task.subjectId() : "redirect:/inbox";
    }

    @GetMapping("/api/v1/tasks/{id}/officers")
    @ResponseBody
    @Requires("task.reassign")
    ResponseEntity<Map<String, List<Choice>>> officers(@PathVariable String id) {
        return ResponseEntity.ok(Map.of("items", choices(id, actors.current())));
    }

    private List<Choice> choices(String task, Actor actor) {
        return tasks.fitting(task, actor).stream()
                .map(other -> new Choice(
                        other.officer().id(),
                        other.officer().name(),
                        other.mainPost().map(post -> post.agencyName()).orElse("")))
                .toList();
    }
}

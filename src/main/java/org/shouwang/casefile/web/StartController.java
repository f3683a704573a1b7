package org.shouwang.casefile.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.web.Crumb;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Startable;
import org.shouwang.workflow.Startables;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** 另办一件事: begins a process beside the main one of a case, on the page and over HTTP. */
@Controller
@Requires("process.start")
class StartController {

    private final Cases cases;
    private final CaseStarts starts;
    private final Startables startables;
    private final Actors actors;
    private final MessageSource messages;

    StartController(Cases cases, CaseStarts starts, Startables startables, Actors actors, MessageSource messages) {
        this.cases = cases;
        this.starts = starts;
        this.startables = startables;
        this.actors = actors;
        this.messages = messages;
    }

    record Begin(@Nullable String process) {}

    record Choice(List<Startable> items) {}

    @GetMapping("/cases/{id}/start")
    String choose(@PathVariable UUID id, Model model, Locale locale) {
        Actor actor = actors.current();
        CaseView found = cases.read(id, "start", actor);
        model.addAttribute("file", found);
        model.addAttribute("startables", startables.of(found.subject(), actor));
        model.addAttribute("key", UUID.randomUUID());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("nav.cases", null, locale), "/cases"),
                        new Crumb(found.number() + " " + found.title(), "/cases/" + id),
                        Crumb.here(messages.getMessage("case.start.title", null, locale))));
        return "casefile/start";
    }

    @PostMapping("/cases/{id}/start")
    String begin(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String process,
            @RequestParam(name = "_key", required = false) @Nullable String key) {
        return "redirect:/tasks/"
                + starts.start(id, process, key, actors.current()).task();
    }

    @GetMapping("/api/v1/cases/{id}/startable")
    @ResponseBody
    Choice choice(@PathVariable UUID id) {
        Actor actor = actors.current();
        return new Choice(startables.of(cases.read(id, "start", actor).subject(), actor));
    }

    @PostMapping("/api/v1/cases/{id}/processes")
    @ResponseBody
    ResponseEntity<CaseStarts.Started> begin(
            @PathVariable UUID id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @RequestBody Begin begin) {
        if (begin.process() == null) {
            throw Refusal.malformed("malformed");
        }
        CaseStarts.Started started = starts.start(id, begin.process(), key, actors.current());
        return ResponseEntity.created(URI.create("/api/v1/tasks/" + started.task()))
                .body(started);
    }
}

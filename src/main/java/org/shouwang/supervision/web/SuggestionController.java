package org.shouwang.supervision.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.casefile.CaseView;
import org.shouwang.supervision.Suggestion;
import org.shouwang.supervision.Suggestions;
import org.shouwang.web.Flash;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.clock.ClockText;
import org.shouwang.workflow.clock.ClockWords;
import org.shouwang.workflow.clock.Clocks;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.JsonNode;

/** 检察、司法建议: records one that has to do with a case, on the page and over HTTP. */
@Controller
@Requires("suggestion.record")
class SuggestionController {

    private final Suggestions suggestions;
    private final CaseIntake intake;
    private final CaseForm form;
    private final Actors actors;
    private final Clocks clocks;
    private final ClockText text;
    private final Catalogues catalogues;
    private final MessageSource messages;
    private final Clock clock;

    SuggestionController(
            Suggestions suggestions,
            CaseIntake intake,
            CaseForm form,
            Actors actors,
            Clocks clocks,
            ClockText text,
            Catalogues catalogues,
            MessageSource messages,
            Clock clock) {
        this.suggestions = suggestions;
        this.intake = intake;
        this.form = form;
        this.actors = actors;
        this.clocks = clocks;
        this.text = text;
        this.catalogues = catalogues;
        this.messages = messages;
        this.clock = clock;
    }

    record OfCase(List<Suggestion> items) {}

    @GetMapping("/cases/{id}/suggestions")
    String write(@PathVariable UUID id, Model model, Locale locale) {
        return page(id, form.blank(), model, locale);
    }

    @PostMapping("/cases/{id}/suggestions")
    String record(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        CaseForm.Sheet sheet = form.sent(Suggestions.FORM, parameters);
        try {
            intake.suggestion(id, sheet, sheet.key());
        } catch (Refusal refusal) {
            return page(id, form.refused(sheet, refusal, response), model, locale);
        }
        redirect.addFlashAttribute(
                "flash", new Flash(messages.getMessage("flash.suggestion.recorded", null, locale), null));
        return "redirect:/cases/" + id + "/suggestions";
    }

    private String page(UUID id, CaseForm.Sheet sheet, Model model, Locale locale) {
        CaseView file = suggestions.read(id, actors.current());
        form.show(Suggestions.FORM, file, sheet, model, locale);
        List<Suggestion> all = suggestions.of(file);
        model.addAttribute("suggestions", all);
        model.addAttribute("clocks", clocks(all, locale));
        model.addAttribute("words", new BoardWords(catalogues, messages, clock, locale));
        return "supervision/suggestions";
    }

    /** How long each unit still has for its reply, and by which article. */
    private Map<String, ClockWords> clocks(List<Suggestion> all, Locale locale) {
        Map<String, ClockWords> words = new HashMap<>();
        clocks.ofTasks(all.stream()
                        .map(Suggestion::task)
                        .filter(Objects::nonNull)
                        .toList())
                .forEach((task, running) -> words.put(task, text.words(running.get(0), locale)));
        return words;
    }

    /** The answers of {@code F26-suggestion}. */
    @PostMapping("/api/v1/cases/{id}/suggestions")
    @ResponseBody
    ResponseEntity<CaseIntake.Created> record(
            @PathVariable UUID id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @RequestBody JsonNode body) {
        CaseIntake.Created made = intake.suggestion(id, form.sent(Suggestions.FORM, body), key);
        return ResponseEntity.created(URI.create("/api/v1/cases/" + id + "/suggestions"))
                .body(made);
    }

    @GetMapping("/api/v1/cases/{id}/suggestions")
    @ResponseBody
    OfCase ofCase(@PathVariable UUID id) {
        return new OfCase(suggestions.of(suggestions.read(id, actors.current())));
    }
}

package org.shouwang.person.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Divisions;
import org.shouwang.access.Requires;
import org.shouwang.person.MergeCandidate;
import org.shouwang.person.MergeCandidates;
import org.shouwang.web.Costly;
import org.shouwang.web.Crumb;
import org.shouwang.web.Flash;
import org.shouwang.web.Problems;
import org.shouwang.web.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** 疑似同一人: files that may be one person, side by side. */
@Controller
@Requires("merge.decide")
class MergeController {

    private static final int PAGE = 50;

    private final MergeCandidates candidates;
    private final Divisions divisions;
    private final Actors actors;
    private final Problems problems;
    private final MessageSource messages;
    private final Clock clock;

    MergeController(
            MergeCandidates candidates,
            Divisions divisions,
            Actors actors,
            Problems problems,
            MessageSource messages,
            Clock clock) {
        this.candidates = candidates;
        this.divisions = divisions;
        this.actors = actors;
        this.problems = problems;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/merge-candidates")
    @Costly
    String list(
            @RequestParam(defaultValue = "open") String list,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        MergeCandidates.Page page = candidates.page(list, after, PAGE, actors.current());
        model.addAttribute("list", list);
        model.addAttribute("lists", MergeCandidates.LISTS);
        model.addAttribute("rows", page.items());
        model.addAttribute("next", page.next() == null ? null : next(list, page.next()));
        model.addAttribute("places", places(page.items()));
        model.addAttribute("zone", clock.getZone());
        return "person/merges";
    }

    private static String next(String list, String after) {
        return UriComponentsBuilder.fromPath("/merge-candidates")
                .queryParam("list", list)
                .queryParam("after", after)
                .encode()
                .toUriString();
    }

    private Map<String, String> places(List<MergeCandidate> shown) {
        return divisions.names(shown.stream()
                .flatMap(each -> Stream.of(each.one(), each.other()))
                .map(side -> side.person().division())
                .collect(Collectors.toSet()));
    }

    @GetMapping("/merge-candidates/{id}")
    String one(@PathVariable UUID id, Model model, Locale locale) {
        return page(id, "", "", "", Map.of(), model, locale);
    }

    @PostMapping("/merge-candidates/{id}/decide")
    String decide(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        try {
            candidates.decide(id, verdict, reason, actors.current());
        } catch (Refusal refusal) {
            return page(id, "decide", verdict, reason, said(refusal, response, locale), model, locale);
        }
        return done(id, "merge.done", redirect, locale);
    }

    @PostMapping("/merge-candidates/{id}/confirm")
    String confirm(
            @PathVariable UUID id,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        try {
            candidates.confirm(id, actors.current());
        } catch (Refusal refusal) {
            return page(id, "confirm", "", "", said(refusal, response, locale), model, locale);
        }
        return done(id, "merge.done", redirect, locale);
    }

    @PostMapping("/merge-candidates/{id}/undo")
    String undo(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        try {
            candidates.undo(id, reason, actors.current());
        } catch (Refusal refusal) {
            return page(id, "undo", "", reason, said(refusal, response, locale), model, locale);
        }
        return done(id, "merge.undone", redirect, locale);
    }

    private String done(UUID id, String message, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", new Flash(messages.getMessage(message, null, locale), null));
        return "redirect:/merge-candidates/" + id;
    }

    private Map<String, String> said(Refusal refusal, HttpServletResponse response, Locale locale) {
        if (refusal.status() != HttpStatus.UNPROCESSABLE_CONTENT && refusal.status() != HttpStatus.CONFLICT) {
            throw refusal;
        }
        response.setStatus(refusal.status().value());
        Map<String, String> wrong = new LinkedHashMap<>();
        if (refusal.problems().isEmpty()) {
            wrong.put("act", problems.sentence(refusal, locale));
        }
        problems.localise(refusal.problems(), locale)
                .forEach(problem -> wrong.putIfAbsent(problem.path(), problem.message()));
        return wrong;
    }

    private String page(
            UUID id, String act, String verdict, String reason, Map<String, String> wrong, Model model, Locale locale) {
        Actor actor = actors.current();
        MergeCandidate pair = candidates.read(id, actor);
        model.addAttribute("pair", pair);
        model.addAttribute("sides", List.of(pair.one(), pair.other()));
        model.addAttribute("places", places(List.of(pair)));
        model.addAttribute("mine", actor.officer().id().equals(pair.decidedBy()));
        model.addAttribute("act", act);
        model.addAttribute("verdict", verdict);
        model.addAttribute("reason", reason);
        model.addAttribute("wrong", wrong);
        model.addAttribute("longest", MergeCandidates.LONGEST);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("nav.merges", null, locale), "/merge-candidates"),
                        Crumb.here(messages.getMessage("merge.pair", null, locale))));
        return "person/merge";
    }
}

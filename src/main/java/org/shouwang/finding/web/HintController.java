package org.shouwang.finding.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Divisions;
import org.shouwang.access.Requires;
import org.shouwang.finding.Hints;
import org.shouwang.finding.SourceKinds;
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

/** 提示: which children somebody is sent to, where from and how far it has come; for the county. */
@Controller
class HintController {

    private static final int PAGE = 50;

    private final Hints hints;
    private final SourceKinds kinds;
    private final Divisions divisions;
    private final Access access;
    private final Actors actors;
    private final Problems problems;
    private final MessageSource messages;

    HintController(
            Hints hints,
            SourceKinds kinds,
            Divisions divisions,
            Access access,
            Actors actors,
            Problems problems,
            MessageSource messages) {
        this.hints = hints;
        this.kinds = kinds;
        this.divisions = divisions;
        this.access = access;
        this.actors = actors;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping("/hints")
    @Requires("hint.read")
    @Costly
    String list(
            @RequestParam(defaultValue = "open") String list,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        Hints.Page page = hints.page(list, after, PAGE, actors.current());
        model.addAttribute("list", list);
        model.addAttribute("lists", Hints.LISTS);
        model.addAttribute("rows", page.items());
        model.addAttribute("next", page.next() == null ? null : next(list, page.next()));
        model.addAttribute("words", words(page.items(), locale));
        return "finding/hints";
    }

    private static String next(String list, String after) {
        return UriComponentsBuilder.fromPath("/hints")
                .queryParam("list", list)
                .queryParam("after", after)
                .encode()
                .toUriString();
    }

    private FindingWords words(List<Hints.Whole> shown, Locale locale) {
        Set<String> places = shown.stream()
                .flatMap(whole ->
                        Stream.of(whole.hint().division(), whole.origin().village()))
                .collect(Collectors.toSet());
        return FindingWords.of(kinds, divisions, places, locale);
    }

    @GetMapping("/hints/{id}")
    @Requires("hint.read")
    String one(@PathVariable UUID id, Model model, Locale locale) {
        return page(id, null, model, locale);
    }

    /** Says whose file it is. */
    @PostMapping("/hints/{id}/person")
    @Requires("hint.match")
    String match(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID person,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        try {
            hints.match(id, person == null ? id : person, actors.current());
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            return page(id, problems.localise(refusal.problems().get(0), locale).message(), model, locale);
        }
        redirect.addFlashAttribute("flash", new Flash(messages.getMessage("hint.matched", null, locale), null));
        return "redirect:/hints/" + id;
    }

    private String page(UUID id, @Nullable String problem, Model model, Locale locale) {
        Actor actor = actors.current();
        Hints.Whole whole = hints.read(id, actor);
        model.addAttribute("whole", whole);
        model.addAttribute("person", hints.person(whole.origin()).orElse(null));
        model.addAttribute("proposed", whole.origin().person() == null ? hints.proposed(whole) : List.of());
        model.addAttribute("matches", access.may("hint.match", whole.hint().subject()));
        model.addAttribute("problem", problem);
        model.addAttribute("words", words(List.of(whole), locale));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("nav.hints", null, locale), "/hints"),
                        Crumb.here(whole.hint().number())));
        return "finding/hint";
    }
}

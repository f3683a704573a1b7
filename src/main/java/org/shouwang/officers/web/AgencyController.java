package org.shouwang.officers.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.officers.Unit;
import org.shouwang.officers.Units;
import org.shouwang.web.Crumb;
import org.shouwang.web.Flash;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 单位: the county's agencies, one more, or another name. */
@Controller
@RequestMapping("/posts/agencies")
class AgencyController {

    private static final int PAGE = 50;

    private final Units units;
    private final Catalogues catalogues;
    private final Sentences sentences;
    private final Actors actors;
    private final MessageSource messages;

    AgencyController(Units units, Catalogues catalogues, Sentences sentences, Actors actors, MessageSource messages) {
        this.units = units;
        this.catalogues = catalogues;
        this.sentences = sentences;
        this.actors = actors;
        this.messages = messages;
    }

    /** What a form sent; {@code renamed} says which line it was for, nothing means a new agency. */
    record Typed(@Nullable UUID renamed, String key, String type, String name, String division) {

        static final Typed NOTHING = new Typed(null, "", "", "", "");
    }

    record Line(Unit unit, String type) {}

    @GetMapping
    @Requires("agency.manage")
    String list(@RequestParam(required = false) @Nullable String after, Model model, Locale locale) {
        return page(after, Typed.NOTHING, Map.of(), model, locale);
    }

    @PostMapping
    @Requires("agency.manage")
    String add(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String division,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Locale locale) {
        Typed typed = new Typed(null, key.strip(), type, name, division.strip());
        try {
            units.add(UUID.randomUUID().toString(), typed.key(), type, name, typed.division(), actors.current());
            return done("agency", redirect, locale);
        } catch (Refusal refusal) {
            return page(null, typed, sentences.at(refusal, response, locale), model, locale);
        }
    }

    @PostMapping("/{id}/rename")
    @Requires("agency.manage")
    String rename(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Locale locale) {
        try {
            units.rename(id, name, actors.current());
            return done("renamed", redirect, locale);
        } catch (Refusal refusal) {
            Typed typed = new Typed(id, "", "", name, "");
            return page(after, typed, sentences.at(refusal, response, locale), model, locale);
        }
    }

    private String page(@Nullable String after, Typed typed, Map<String, String> wrong, Model model, Locale locale) {
        List<Unit> found = units.list(after, PAGE + 1);
        List<Unit> shown = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute(
                "lines", shown.stream().map(unit -> line(unit, locale)).toList());
        model.addAttribute(
                "next",
                found.size() > PAGE
                        ? "/posts/agencies?after=" + shown.get(PAGE - 1).key()
                        : null);
        model.addAttribute("after", after);
        model.addAttribute(
                "types", catalogues.current().codes().get(Units.TYPES).items());
        model.addAttribute("english", locale.getLanguage().equals("en"));
        model.addAttribute("typed", typed);
        model.addAttribute("wrong", wrong);
        model.addAttribute("problems", typed.renamed() == null ? Sentences.views(wrong) : List.of());
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("nav.posts", null, locale), "/posts"),
                        Crumb.here(messages.getMessage("agencies.title", null, locale))));
        return "officers/agencies";
    }

    private Line line(Unit unit, Locale locale) {
        return new Line(unit, catalogues.current().codes().name(Units.TYPES, unit.type(), locale));
    }

    private String done(String what, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute(
                "flash", new Flash(messages.getMessage("flash.officers." + what, null, locale), null));
        return "redirect:/posts/agencies";
    }
}

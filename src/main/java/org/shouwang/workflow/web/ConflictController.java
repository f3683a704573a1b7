package org.shouwang.workflow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.web.Crumb;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Flash;
import org.shouwang.web.Problems;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Conflicts;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 回避: say of oneself or of a colleague that one must not work on a case or report. */
@Controller
class ConflictController {

    private final Conflicts conflicts;
    private final ConflictPages pages;
    private final Catalogues catalogues;
    private final Actors actors;
    private final Problems problems;
    private final MessageSource messages;

    ConflictController(
            Conflicts conflicts,
            ConflictPages pages,
            Catalogues catalogues,
            Actors actors,
            Problems problems,
            MessageSource messages) {
        this.conflicts = conflicts;
        this.pages = pages;
        this.catalogues = catalogues;
        this.actors = actors;
        this.problems = problems;
        this.messages = messages;
    }

    /** What a form sent, to show again with what is wrong. */
    record Typed(String form, String officer, String ground, String reason) {

        static final Typed NOTHING = new Typed("", "", "", "");
    }

    @GetMapping("/conflicts/{subject}")
    @Requires("conflict.declare-own")
    String show(@PathVariable UUID subject, Model model, Locale locale) {
        return page(subject, Typed.NOTHING, null, model, locale);
    }

    @PostMapping("/conflicts/{subject}/own")
    @Requires("conflict.declare-own")
    String own(
            @PathVariable UUID subject,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        Typed typed = new Typed("own", "", ground, reason);
        Runnable act = () -> conflicts.declareOwn(subject, ground, reason, actors.current());
        return done(subject, typed, act, "/inbox", model, redirect, response, locale);
    }

    @PostMapping("/conflicts/{subject}/colleague")
    @Requires("conflict.declare")
    String colleague(
            @PathVariable UUID subject,
            @RequestParam(defaultValue = "") String officer,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        Typed typed = new Typed("declared", officer, ground, reason);
        Runnable act = () -> conflicts.declare(subject, chosen(officer), ground, reason, actors.current());
        return done(subject, typed, act, "/conflicts/" + subject, model, redirect, response, locale);
    }

    @PostMapping("/conflicts/{subject}/lift")
    @Requires("conflict.lift")
    String lift(
            @PathVariable UUID subject,
            @RequestParam(defaultValue = "") String officer,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        Typed typed = new Typed("lifted", officer, "", reason);
        Runnable act = () -> conflicts.lift(subject, id(officer), reason, actors.current());
        return done(subject, typed, act, "/conflicts/" + subject, model, redirect, response, locale);
    }

    private String done(
            UUID subject,
            Typed typed,
            Runnable act,
            String next,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        try {
            act.run();
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.UNPROCESSABLE_CONTENT && refusal.status() != HttpStatus.CONFLICT) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            return page(subject, typed, refusal, model, locale);
        }
        redirect.addFlashAttribute(
                "flash", new Flash(messages.getMessage("flash.conflict." + typed.form(), null, locale), null));
        return "redirect:" + next;
    }

    private String page(UUID subject, Typed typed, @Nullable Refusal refusal, Model model, Locale locale) {
        model.addAttribute("shown", pages.of(subject, actors.current(), locale));
        model.addAttribute(
                "grounds", catalogues.current().codes().get("CONFLICT").items());
        model.addAttribute("english", locale.getLanguage().equals("en"));
        model.addAttribute("typed", typed);
        model.addAttribute("problem", refusal == null ? null : sentence(refusal, locale));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("nav.inbox", null, locale), "/inbox"),
                        Crumb.here(messages.getMessage("conflict.title", null, locale))));
        return "workflow/conflict";
    }

    private String sentence(Refusal refusal, Locale locale) {
        return refusal.problems().isEmpty()
                ? problems.sentence(refusal, locale)
                : problems.localise(refusal.problems().get(0), locale).message();
    }

    private static @Nullable UUID chosen(String officer) {
        return officer.isEmpty() ? null : id(officer);
    }

    private static UUID id(String officer) {
        try {
            return UUID.fromString(officer);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(List.of(FieldProblem.at("officer", "conflict-officer")));
        }
    }
}

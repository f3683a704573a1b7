package org.shouwang.workflow.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Flash;
import org.shouwang.web.Problems;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Delegations;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 请假代办: who stands in for whom, for oneself or for those one supervises. */
@Controller
@Requires("delegation.own")
class DelegationController {

    private final Delegations delegations;
    private final DelegationPages pages;
    private final Catalogues catalogues;
    private final Actors actors;
    private final Problems problems;
    private final MessageSource messages;

    DelegationController(
            Delegations delegations,
            DelegationPages pages,
            Catalogues catalogues,
            Actors actors,
            Problems problems,
            MessageSource messages) {
        this.delegations = delegations;
        this.pages = pages;
        this.catalogues = catalogues;
        this.actors = actors;
        this.problems = problems;
        this.messages = messages;
    }

    /** What a form sent, to show again with what is wrong. */
    record Typed(
            @Nullable String officer,
            @Nullable String deputy,
            @Nullable String from,
            @Nullable String until,
            @Nullable String ground) {

        static final Typed NOTHING = new Typed("", "", "", "", "");

        Delegations.Asked asked() {
            return new Delegations.Asked(
                    read(deputy, UUID::fromString),
                    read(from, LocalDate::parse),
                    read(until, LocalDate::parse),
                    ground == null ? "" : ground);
        }

        private static <T> @Nullable T read(@Nullable String typed, Function<String, T> reader) {
            try {
                return typed == null || typed.isBlank() ? null : reader.apply(typed);
            } catch (IllegalArgumentException | DateTimeParseException e) {
                return null;
            }
        }
    }

    @GetMapping("/delegations")
    String show(@RequestParam(required = false) @Nullable UUID officer, Model model, Locale locale) {
        return page(officer, Typed.NOTHING, null, model, locale);
    }

    @PostMapping("/delegations")
    String declare(
            @ModelAttribute Typed typed,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        UUID other = Typed.read(typed.officer(), UUID::fromString);
        Actor actor = actors.current();
        try {
            delegations.declare(other == null ? actor.officer().id() : other, typed.asked(), actor);
        } catch (Refusal refusal) {
            if (refusal.status() == HttpStatus.NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            return page(other, typed, refusal, model, locale);
        }
        redirect.addFlashAttribute(
                "flash", new Flash(messages.getMessage("flash.delegation.declared", null, locale), null));
        return "redirect:/delegations";
    }

    @PostMapping("/delegations/{id}/end")
    String end(@PathVariable UUID id, RedirectAttributes redirect, Locale locale) {
        delegations.end(id, actors.current());
        redirect.addFlashAttribute(
                "flash", new Flash(messages.getMessage("flash.delegation.ended", null, locale), null));
        return "redirect:/delegations";
    }

    private String page(@Nullable UUID other, Typed typed, @Nullable Refusal refusal, Model model, Locale locale) {
        Actor actor = actors.current();
        UUID absent = other == null ? actor.officer().id() : other;
        model.addAttribute("rows", pages.current(actor, locale));
        model.addAttribute("subordinates", pages.subordinates(actor));
        model.addAttribute("deputies", pages.deputies(absent, actor));
        model.addAttribute("absent", other);
        model.addAttribute(
                "grounds", catalogues.current().codes().get("ABSENCE").items());
        model.addAttribute("english", locale.getLanguage().equals("en"));
        model.addAttribute("months", Delegations.LONGEST.getMonths());
        model.addAttribute("typed", typed);
        FieldProblem wrong = refusal == null || refusal.problems().isEmpty()
                ? null
                : refusal.problems().get(0);
        model.addAttribute("wrong", wrong == null ? "" : wrong.path());
        model.addAttribute("problem", refusal == null ? null : sentence(refusal, wrong, locale));
        return "workflow/delegations";
    }

    private String sentence(Refusal refusal, @Nullable FieldProblem wrong, Locale locale) {
        return wrong == null
                ? problems.sentence(refusal, locale)
                : problems.localise(wrong, locale).message();
    }
}

package org.shouwang.casefile.web;

import java.util.Locale;
import java.util.UUID;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.casefile.CaseTurns;
import org.shouwang.casefile.Cases;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Flash;
import org.shouwang.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What may be done to a case outside its tasks; each back to the case, with what came of it. */
@Controller
class CaseActionController {

    private final CaseTurns turns;
    private final Cases cases;
    private final Actors actors;
    private final Words words;

    CaseActionController(CaseTurns turns, Cases cases, Actors actors, Words words) {
        this.turns = turns;
        this.cases = cases;
        this.actors = actors;
        this.words = words;
    }

    @PostMapping("/cases/{id}/reopen")
    @Requires("case.reopen")
    String reopen(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            Locale locale) {
        return turned(id, "reopen", reason, () -> turns.reopen(id, reason, actors.current()), redirect, locale);
    }

    @PostMapping("/cases/{id}/review")
    @Requires("case.review")
    String review(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            Locale locale) {
        return turned(id, "review", reason, () -> turns.review(id, reason, actors.current()), redirect, locale);
    }

    @PostMapping("/cases/{id}/new-harm")
    @Requires("case.new-harm")
    String newHarm(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            Locale locale) {
        return turned(id, "new-harm", reason, () -> turns.newHarm(id, reason, actors.current()), redirect, locale);
    }

    /** Whoever may not read the case afterwards comes back to the list. */
    @PostMapping("/cases/{id}/restrict")
    @Requires("case.restrict")
    String restrict(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            Locale locale) {
        String back =
                turned(id, "restrict", reason, () -> turns.restrict(id, reason, actors.current()), redirect, locale);
        return cases.find(id)
                .filter(found -> cases.mayRead(found, actors.current()))
                .map(found -> back)
                .orElse("redirect:/cases");
    }

    @PostMapping("/cases/{id}/lift")
    @Requires("case.lift")
    String lift(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            Locale locale) {
        return turned(id, "lift", reason, () -> turns.proposeLift(id, reason, actors.current()), redirect, locale);
    }

    @PostMapping("/cases/{id}/lift-confirm")
    @Requires("case.lift-confirm")
    String confirmLift(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            Locale locale) {
        return turned(
                id, "lift-confirm", reason, () -> turns.confirmLift(id, reason, actors.current()), redirect, locale);
    }

    @PostMapping("/cases/{id}/lift-refuse")
    @Requires("case.lift-confirm")
    String refuseLift(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes redirect,
            Locale locale) {
        return turned(
                id, "lift-refuse", reason, () -> turns.refuseLift(id, reason, actors.current()), redirect, locale);
    }

    /** What is wrong with the reason, or came too late, is said on the case's page, with what was typed. */
    private String turned(
            UUID id, String act, String reason, Runnable turn, RedirectAttributes redirect, Locale locale) {
        try {
            turn.run();
            redirect.addFlashAttribute("flash", new Flash(words.say("flash.case." + act, locale), null));
        } catch (Refusal refusal) {
            boolean told =
                    refusal.status() == HttpStatus.CONFLICT || refusal.status() == HttpStatus.UNPROCESSABLE_CONTENT;
            if (!told) {
                throw refusal;
            }
            redirect.addFlashAttribute("refused", act);
            redirect.addFlashAttribute("problem", sentence(refusal, locale));
            redirect.addFlashAttribute("typed", reason);
        }
        return "redirect:/cases/" + id;
    }

    private String sentence(Refusal refusal, Locale locale) {
        return refusal.problems().stream()
                .findFirst()
                .map(problem -> sentence(problem, locale))
                .orElseGet(() -> words.say("problem." + refusal.code(), locale));
    }

    private String sentence(FieldProblem problem, Locale locale) {
        return words.say(
                "problem." + problem.code(), locale, problem.arguments().toArray());
    }
}

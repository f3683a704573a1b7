package org.shouwang.casefile.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.casefile.EmergencyAccess;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Problems;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** 紧急查阅: opens one case by its number for somebody who has to act now. */
@Controller
class EmergencyController {

    private final EmergencyAccess emergencies;
    private final EmergencyLimit limit;
    private final Idempotency idempotency;
    private final Catalogues catalogues;
    private final Actors actors;
    private final Problems problems;

    EmergencyController(
            EmergencyAccess emergencies,
            EmergencyLimit limit,
            Idempotency idempotency,
            Catalogues catalogues,
            Actors actors,
            Problems problems) {
        this.emergencies = emergencies;
        this.limit = limit;
        this.idempotency = idempotency;
        this.catalogues = catalogues;
        this.actors = actors;
        this.problems = problems;
    }

    /** What was typed, to show again; the reason is kept, the number has to be looked at again. */
    record Asked(
            @Nullable String number,
            @Nullable String ground,
            @Nullable String reason) {

        static String text(@Nullable String said) {
            return said == null ? "" : said;
        }
    }

    /** @param caseId null when there is none to be opened; that it was tried is kept all the same */
    record Opened(@Nullable UUID caseId) {}

    @GetMapping("/emergency")
    @Requires("case.emergency")
    String ask(Model model, Locale locale) {
        return page(new Asked("", "", ""), List.of(), model, locale);
    }

    @PostMapping("/emergency")
    @Requires("case.emergency")
    String open(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        Asked asked = new Asked(number, ground, reason);
        try {
            Optional<UUID> opened = opened(asked);
            if (opened.isPresent()) {
                return "redirect:/cases/" + opened.get();
            }
        } catch (Refusal refusal) {
            if (refusal.status() != HttpStatus.UNPROCESSABLE_CONTENT) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            return page(asked, refusal.problems(), model, locale);
        }
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return page(asked, List.of(FieldProblem.at("number", "emergency-none")), model, locale);
    }

    @PostMapping("/api/v1/emergency-access")
    @ResponseBody
    @Requires("case.emergency")
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(
            @RequestBody Asked asked,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        Opened opened = idempotency.once(
                key,
                actors.current().officer().id(),
                "emergency " + asked,
                Opened.class,
                () -> new Opened(opened(asked).orElse(null)));
        if (opened.caseId() == null) {
            throw Refusal.notFound();
        }
        return opened;
    }

    private Optional<UUID> opened(Asked asked) {
        Actor actor = actors.current();
        limit.take(actor);
        return emergencies.open(
                Asked.text(asked.number()), Asked.text(asked.ground()), Asked.text(asked.reason()), actor);
    }

    private String page(Asked asked, List<FieldProblem> wrong, Model model, Locale locale) {
        model.addAttribute("asked", asked);
        model.addAttribute(
                "grounds", catalogues.current().codes().get("EMERGENCY_GROUND").items());
        model.addAttribute("english", locale.getLanguage().equals("en"));
        FieldProblem first = wrong.isEmpty() ? null : wrong.get(0);
        model.addAttribute("wrong", first == null ? "" : first.path());
        model.addAttribute(
                "problem",
                first == null ? null : problems.localise(first, locale).message());
        return "casefile/emergency";
    }
}

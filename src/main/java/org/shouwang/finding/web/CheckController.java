package org.shouwang.finding.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Agencies;
import org.shouwang.access.Divisions;
import org.shouwang.access.Requires;
import org.shouwang.finding.CheckPlan;
import org.shouwang.finding.CheckPlans;
import org.shouwang.finding.SourceKinds;
import org.shouwang.finding.VillageCheck;
import org.shouwang.web.Crumb;
import org.shouwang.web.Flash;
import org.shouwang.web.Problems;
import org.shouwang.web.Refusal;
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

/** 排查: plans a check and shows how far each village has come. */
@Controller
class CheckController {

    private static final int SHOWN = 50;

    private final CheckPlans plans;
    private final SourceKinds kinds;
    private final Catalogues catalogues;
    private final Divisions divisions;
    private final Agencies agencies;
    private final Access access;
    private final Actors actors;
    private final Problems problems;
    private final MessageSource messages;
    private final Clock clock;

    CheckController(
            CheckPlans plans,
            SourceKinds kinds,
            Catalogues catalogues,
            Divisions divisions,
            Agencies agencies,
            Access access,
            Actors actors,
            Problems problems,
            MessageSource messages,
            Clock clock) {
        this.plans = plans;
        this.kinds = kinds;
        this.catalogues = catalogues;
        this.divisions = divisions;
        this.agencies = agencies;
        this.access = access;
        this.actors = actors;
        this.problems = problems;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/check-plans")
    @Requires("check.read")
    String list(Model model, Locale locale) {
        CheckPlans.Asked blank = new CheckPlans.Asked("", LocalDate.now(clock), null, List.of());
        return page(blank, UUID.randomUUID().toString(), Map.of(), model, locale);
    }

    @PostMapping("/check-plans")
    @Requires("check.plan")
    String plan(
            @RequestParam(defaultValue = "") String screened,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(required = false) @Nullable List<String> villages,
            @RequestParam(name = "_key", defaultValue = "") String key,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        CheckPlans.Asked asked =
                new CheckPlans.Asked(screened, day(from), day(until), villages == null ? List.of() : villages);
        String once = key.isBlank() ? UUID.randomUUID().toString() : key;
        try {
            UUID made = plans.make(asked, once, actors.current());
            redirect.addFlashAttribute("flash", new Flash(messages.getMessage("check.planned", null, locale), null));
            return "redirect:/check-plans/" + made;
        } catch (Refusal refusal) {
            return page(asked, UUID.randomUUID().toString(), said(refusal, response, locale), model, locale);
        }
    }

    private static @Nullable LocalDate day(String said) {
        try {
            return LocalDate.parse(said);
        } catch (java.time.format.DateTimeParseException e) {
            return null;
        }
    }

    private Map<String, String> said(Refusal refusal, HttpServletResponse response, Locale locale) {
        if (refusal.status() != HttpStatus.UNPROCESSABLE_CONTENT && refusal.status() != HttpStatus.CONFLICT) {
            throw refusal;
        }
        response.setStatus(refusal.status().value());
        Map<String, String> wrong = new LinkedHashMap<>();
        if (refusal.problems().isEmpty()) {
            wrong.put("screened", problems.sentence(refusal, locale));
        }
        problems.localise(refusal.problems(), locale)
                .forEach(problem -> wrong.putIfAbsent(problem.path(), problem.message()));
        return wrong;
    }

    private String page(CheckPlans.Asked asked, String key, Map<String, String> wrong, Model model, Locale locale) {
        List<CheckPlan> found = plans.latest(SHOWN);
        Actor actor = actors.current();
        boolean mayPlan = access.may("check.plan");
        model.addAttribute("asked", asked);
        model.addAttribute("key", key);
        model.addAttribute("wrong", wrong);
        model.addAttribute("mayPlan", mayPlan);
        model.addAttribute("villages", mayPlan ? plans.villages(actor) : List.of());
        model.addAttribute(
                "groups", catalogues.current().codes().get("SCREENED").items());
        model.addAttribute("rows", found);
        model.addAttribute(
                "agencies", agencies.names(found.stream().map(CheckPlan::agency).collect(Collectors.toSet())));
        model.addAttribute("codes", catalogues.current().codes());
        model.addAttribute("tomorrow", LocalDate.now(clock).plusDays(1));
        model.addAttribute("words", FindingWords.of(kinds, divisions, List.of(), locale));
        return "finding/checks";
    }

    @GetMapping("/check-plans/{id}")
    @Requires("check.read")
    String one(@PathVariable UUID id, Model model, Locale locale) {
        CheckPlan plan = plans.read(id);
        List<VillageCheck> villages = plans.progress(plan);
        model.addAttribute("plan", plan);
        model.addAttribute("villages", villages);
        model.addAttribute("agency", agencies.names(List.of(plan.agency())).getOrDefault(plan.agency(), ""));
        model.addAttribute("codes", catalogues.current().codes());
        model.addAttribute(
                "words",
                FindingWords.of(
                        kinds,
                        divisions,
                        Stream.concat(villages.stream().map(VillageCheck::division), Stream.of(plan.division()))
                                .toList(),
                        locale));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("nav.checks", null, locale), "/check-plans"),
                        Crumb.here(catalogues.current().codes().name("SCREENED", plan.screened(), locale))));
        return "finding/check";
    }
}

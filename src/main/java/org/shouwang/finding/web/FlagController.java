package org.shouwang.finding.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Agencies;
import org.shouwang.access.Requires;
import org.shouwang.finding.HouseholdFlag;
import org.shouwang.finding.HouseholdFlags;
import org.shouwang.person.PersonView;
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

/** 重点关注: flags on the household of a person, those that hold and those that have ended. */
@Controller
class FlagController {

    private final HouseholdFlags flags;
    private final Catalogues catalogues;
    private final Agencies agencies;
    private final Actors actors;
    private final Problems problems;
    private final MessageSource messages;
    private final Clock clock;

    FlagController(
            HouseholdFlags flags,
            Catalogues catalogues,
            Agencies agencies,
            Actors actors,
            Problems problems,
            MessageSource messages,
            Clock clock) {
        this.flags = flags;
        this.catalogues = catalogues;
        this.agencies = agencies;
        this.actors = actors;
        this.problems = problems;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/persons/{id}/flags")
    @Requires("household.flag-read")
    String list(@PathVariable UUID id, Model model, Locale locale) {
        return page(id, new HouseholdFlags.Asked("", "", "", null), Map.of(), model, locale);
    }

    @PostMapping("/persons/{id}/flags")
    @Requires("household.flag")
    String set(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(name = "_key", defaultValue = "") String key,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        HouseholdFlags.Asked asked = new HouseholdFlags.Asked(kind, source, reason, until);
        try {
            flags.set(id, asked, key.isBlank() ? UUID.randomUUID().toString() : key, actors.current());
        } catch (Refusal refusal) {
            return page(id, asked, said(refusal, response, locale), model, locale);
        }
        redirect.addFlashAttribute("flash", new Flash(messages.getMessage("flag.set", null, locale), null));
        return "redirect:/persons/" + id + "/flags";
    }

    private Map<String, String> said(Refusal refusal, HttpServletResponse response, Locale locale) {
        if (refusal.status() != HttpStatus.UNPROCESSABLE_CONTENT && refusal.status() != HttpStatus.CONFLICT) {
            throw refusal;
        }
        response.setStatus(refusal.status().value());
        Map<String, String> wrong = new LinkedHashMap<>();
        if (refusal.problems().isEmpty()) {
            wrong.put("kind", problems.sentence(refusal, locale));
        }
        problems.localise(refusal.problems(), locale)
                .forEach(problem -> wrong.putIfAbsent(problem.path(), problem.message()));
        return wrong;
    }

    private String page(UUID id, HouseholdFlags.Asked asked, Map<String, String> wrong, Model model, Locale locale) {
        Actor actor = actors.current();
        PersonView person = flags.require(id);
        List<HouseholdFlag> all = flags.history(person, actor);
        LocalDate today = LocalDate.now(clock);
        model.addAttribute("person", person);
        model.addAttribute(
                "now",
                all.stream().filter(flag -> !flag.until().isBefore(today)).toList());
        model.addAttribute(
                "ended",
                all.stream().filter(flag -> flag.until().isBefore(today)).toList());
        model.addAttribute("maySet", flags.maySet(person));
        model.addAttribute("asked", asked);
        model.addAttribute("wrong", wrong);
        model.addAttribute("key", UUID.randomUUID().toString());
        model.addAttribute("codes", catalogues.current().codes());
        model.addAttribute("units", agencies.unitsOf(setters(all)));
        model.addAttribute("usual", today.plus(HouseholdFlags.LASTS));
        model.addAttribute("longest", HouseholdFlags.LONGEST);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(person.name(), "/persons/" + id),
                        Crumb.here(messages.getMessage("flag.page", null, locale))));
        return "finding/flags";
    }

    private static List<UUID> setters(List<HouseholdFlag> all) {
        return all.stream()
                .flatMap(flag -> Stream.ofNullable(flag.ground()))
                .map(HouseholdFlag.Ground::setBy)
                .toList();
    }
}

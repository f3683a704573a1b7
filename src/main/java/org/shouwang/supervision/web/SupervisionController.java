package org.shouwang.supervision.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Agencies;
import org.shouwang.access.Requires;
import org.shouwang.casefile.CaseView;
import org.shouwang.supervision.AskedRequest;
import org.shouwang.supervision.SupervisionRequest;
import org.shouwang.supervision.SupervisionRequests;
import org.shouwang.web.Crumb;
import org.shouwang.web.Flash;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** 督办: asks about one case, takes a question back, and lists what one has asked. */
@Controller
@Requires("supervision.ask")
class SupervisionController {

    private static final int PAGE = 30;

    private final SupervisionRequests requests;
    private final CaseIntake intake;
    private final CaseForm form;
    private final Actors actors;
    private final Agencies agencies;
    private final Catalogues catalogues;
    private final MessageSource messages;
    private final Clock clock;

    SupervisionController(
            SupervisionRequests requests,
            CaseIntake intake,
            CaseForm form,
            Actors actors,
            Agencies agencies,
            Catalogues catalogues,
            MessageSource messages,
            Clock clock) {
        this.requests = requests;
        this.intake = intake;
        this.form = form;
        this.actors = actors;
        this.agencies = agencies;
        this.catalogues = catalogues;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/cases/{id}/supervision")
    String write(@PathVariable UUID id, Model model, Locale locale) {
        return page(id, form.blank(), model, locale);
    }

    @PostMapping("/cases/{id}/supervision")
    String ask(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        CaseForm.Sheet sheet = form.sent(SupervisionRequests.FORM, parameters);
        try {
            intake.ask(id, sheet, sheet.key());
        } catch (Refusal refusal) {
            return page(id, form.refused(sheet, refusal, response), model, locale);
        }
        return told("flash.supervision.asked", id, redirect, locale);
    }

    @PostMapping("/cases/{id}/supervision/{request}/withdraw")
    String withdraw(
            @PathVariable UUID id,
            @PathVariable UUID request,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        try {
            requests.withdraw(id, request, actors.current());
        } catch (Refusal refusal) {
            return page(id, form.refused(form.blank(), refusal, response), model, locale);
        }
        return told("flash.supervision.withdrawn", id, redirect, locale);
    }

    private String told(String flash, UUID id, RedirectAttributes redirect, Locale locale) {
        redirect.addFlashAttribute("flash", new Flash(messages.getMessage(flash, null, locale), null));
        return "redirect:/cases/" + id + "/supervision";
    }

    private String page(UUID id, CaseForm.Sheet sheet, Model model, Locale locale) {
        Actor actor = actors.current();
        CaseView file = requests.read(id, actor);
        List<SupervisionRequest> all = requests.of(file);
        form.show(SupervisionRequests.FORM, file, sheet, model, locale);
        model.addAttribute("requests", all);
        model.addAttribute("me", actor.officer().id());
        model.addAttribute(
                "units",
                agencies.unitsOf(all.stream()
                        .flatMap(request -> Stream.of(request.asker(), request.addressee(), request.answeredBy()))
                        .filter(Objects::nonNull)
                        .toList()));
        model.addAttribute("words", words(locale));
        return "supervision/request";
    }

    @GetMapping("/supervision-requests")
    String asked(
            @RequestParam(defaultValue = "open") String list,
            @RequestParam(required = false) @Nullable String after,
            Model model,
            Locale locale) {
        List<AskedRequest> found = requests.asked(list, after, PAGE + 1, actors.current());
        model.addAttribute("list", list);
        model.addAttribute("rows", found.subList(0, Math.min(PAGE, found.size())));
        model.addAttribute("next", found.size() <= PAGE ? null : next(list, found.get(PAGE - 1)));
        model.addAttribute("words", words(locale));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(messages.getMessage("board.title", null, locale), "/board"),
                        Crumb.here(messages.getMessage("supervision.asked.title", null, locale))));
        return "supervision/requests";
    }

    private static String next(String list, AskedRequest last) {
        return UriComponentsBuilder.fromPath("/supervision-requests")
                .queryParam("list", list)
                .queryParam("after", SupervisionRequests.after(last))
                .encode()
                .toUriString();
    }

    private BoardWords words(Locale locale) {
        return new BoardWords(catalogues, messages, clock, locale);
    }
}

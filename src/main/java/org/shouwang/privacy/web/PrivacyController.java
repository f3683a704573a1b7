package org.shouwang.privacy.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.attachment.Attachments;
import org.shouwang.privacy.Consents;
import org.shouwang.privacy.DataRequests;
import org.shouwang.privacy.NewConsent;
import org.shouwang.privacy.NewRequest;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Flash;
import org.shouwang.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** 同意与权利: one case's register of consents, the requests of those concerned, and how long the case is kept. */
@Controller
class PrivacyController {

    private final Consents consents;
    private final DataRequests requests;
    private final Attachments attachments;
    private final PrivacyPage page;
    private final Actors actors;
    private final PrivacyWords words;

    PrivacyController(
            Consents consents,
            DataRequests requests,
            Attachments attachments,
            PrivacyPage page,
            Actors actors,
            PrivacyWords words) {
        this.consents = consents;
        this.requests = requests;
        this.attachments = attachments;
        this.page = page;
        this.actors = actors;
        this.words = words;
    }

    @GetMapping("/cases/{id}/privacy")
    @Requires("consent.read")
    String show(@PathVariable UUID id, Model model, Locale locale) {
        return page.show(page.file(id), PrivacyPage.Typed.NOTHING, List.of(), model, locale);
    }

    @PostMapping("/cases/{id}/consents")
    @Requires("consent.record")
    String record(
            @PathVariable UUID id,
            @ModelAttribute NewConsent said,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        return kept(
                id,
                () -> consents.record(id, withFile(id, said, file), actors.current()),
                new PrivacyPage.Typed("consent", said, PrivacyPage.Typed.NOTHING.request()),
                "consent",
                model,
                redirect,
                response,
                locale);
    }

    @PostMapping("/cases/{id}/requests")
    @Requires("request.record")
    String request(
            @PathVariable UUID id,
            @ModelAttribute NewRequest said,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        return kept(
                id,
                () -> requests.record(id, said, actors.current()),
                new PrivacyPage.Typed("request", PrivacyPage.Typed.NOTHING.consent(), said),
                "request",
                model,
                redirect,
                response,
                locale);
    }

    @PostMapping("/cases/{id}/consents/{consent}/withdraw")
    @Requires("consent.record")
    String withdraw(
            @PathVariable UUID id,
            @PathVariable UUID consent,
            @RequestParam(defaultValue = "") String by,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        return kept(
                id,
                () -> consents.withdraw(id, consent, by, actors.current()),
                new PrivacyPage.Typed("withdraw-" + consent, null, null),
                "withdrawn",
                model,
                redirect,
                response,
                locale);
    }

    private String kept(
            UUID id,
            Runnable work,
            PrivacyPage.Typed typed,
            String flash,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response,
            Locale locale) {
        try {
            work.run();
        } catch (Refusal refusal) {
            boolean told =
                    refusal.status() == HttpStatus.CONFLICT || refusal.status() == HttpStatus.UNPROCESSABLE_CONTENT;
            if (!told) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            List<FieldProblem> wrong =
                    refusal.problems().isEmpty() ? List.of(FieldProblem.at("", refusal.code())) : refusal.problems();
            return page.show(page.file(id), typed, wrong, model, locale);
        }
        redirect.addFlashAttribute("flash", new Flash(words.say("flash.privacy." + flash, locale), null));
        return "redirect:/cases/" + id + "/privacy";
    }

    /** A file that came with the form is taken in first; without one, a file of the case may have been named. */
    private NewConsent withFile(UUID id, NewConsent said, @Nullable MultipartFile file) {
        if (file == null || file.isEmpty()) {
            return said;
        }
        try (InputStream content = file.getInputStream()) {
            UUID evidence = attachments
                    .store(id, Objects.requireNonNullElse(file.getOriginalFilename(), ""), content)
                    .id();
            return new NewConsent(
                    said.person(),
                    said.purpose(),
                    said.ground(),
                    said.giver(),
                    said.without(),
                    said.recipients(),
                    said.fields(),
                    said.from(),
                    said.until(),
                    evidence);
        } catch (IOException e) {
            throw Refusal.invalid(List.of(FieldProblem.at("file", "consent-file")));
        }
    }
}

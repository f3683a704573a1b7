package org.shouwang.person.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.person.Household;
import org.shouwang.person.ProtectedAddresses;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Setting and lifting the protection of an address, and opening one, by page and by program. */
@Controller
class AddressController {

    private final ProtectedAddresses addresses;
    private final PersonPages pages;
    private final Actors actors;
    private final MessageSource messages;

    AddressController(ProtectedAddresses addresses, PersonPages pages, Actors actors, MessageSource messages) {
        this.addresses = addresses;
        this.pages = pages;
        this.actors = actors;
        this.messages = messages;
    }

    record Why(@Nullable String reason) {

        String text() {
            return reason == null ? "" : reason;
        }
    }

    @Requires("address.protect")
    @PostMapping("/persons/{id}/address/protect")
    String protect(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        return done(id, reason, () -> addresses.protect(id, reason, actors.current()), model, response, locale);
    }

    @Requires("address.protect")
    @PostMapping("/persons/{id}/address/lift")
    String lift(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        return done(id, reason, () -> addresses.lift(id, reason, actors.current()), model, response, locale);
    }

    /** Shown in the answer, and in no cache. */
    @Requires("address.open")
    @PostMapping("/persons/{id}/address/open")
    String open(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String ground,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        try {
            Household opened = addresses.open(id, ground, actors.current());
            model.addAttribute("address", opened.address());
        } catch (Refusal refusal) {
            if (refusal.problems().isEmpty()) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            model.addAttribute("groundProblem", message(refusal.problems().get(0), locale));
        }
        model.addAttribute("page", pages.open(id, locale));
        return "person/person";
    }

    /** @param ground code of {@code ADDRESS_GROUND} */
    record Ground(@Nullable String ground) {

        String code() {
            return ground == null ? "" : ground;
        }
    }

    @Requires("address.open")
    @PostMapping("/api/v1/persons/{id}/address/open")
    @ResponseBody
    ResponseEntity<Map<String, String>> open(@PathVariable UUID id, @RequestBody Ground asked) {
        Household opened = addresses.open(id, asked.code(), actors.current());
        return ResponseEntity.ok(Map.of("address", Objects.requireNonNullElse(opened.address(), "")));
    }

    @Requires("address.protect")
    @PostMapping("/api/v1/persons/{id}/address/protect")
    @ResponseBody
    ResponseEntity<Map<String, UUID>> protect(@PathVariable UUID id, @RequestBody Why why) {
        addresses.protect(id, why.text(), actors.current());
        return ResponseEntity.ok(Map.of("id", id));
    }

    @Requires("address.protect")
    @PostMapping("/api/v1/persons/{id}/address/lift")
    @ResponseBody
    ResponseEntity<Map<String, UUID>> lift(@PathVariable UUID id, @RequestBody Why why) {
        addresses.lift(id, why.text(), actors.current());
        return ResponseEntity.ok(Map.of("id", id));
    }

    /** What was typed stays on the page, with what is wrong about it. */
    private String done(
            UUID id, String reason, Runnable act, Model model, HttpServletResponse response, Locale locale) {
        try {
            act.run();
        } catch (Refusal refusal) {
            if (refusal.problems().isEmpty()) {
                throw refusal;
            }
            response.setStatus(refusal.status().value());
            model.addAttribute("page", pages.open(id, locale));
            model.addAttribute("problem", message(refusal.problems().get(0), locale));
            model.addAttribute("typed", reason);
            return "person/person";
        }
        return "redirect:/persons/" + id;
    }

    private String message(FieldProblem problem, Locale locale) {
        return messages.getMessage(
                "problem." + problem.code(), problem.arguments().toArray(), locale);
    }
}

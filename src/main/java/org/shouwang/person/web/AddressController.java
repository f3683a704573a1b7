package org.shouwang.person.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
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

/** Setting and lifting the protection of an address, by page and by program. */
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

    @Requires("address.protect")
    @PostMapping("/api/v1/persons/{id}/address/protect")
    ResponseEntity<Map<String, UUID>> protect(@PathVariable UUID id, @RequestBody Why why) {
        addresses.protect(id, why.text(), actors.current());
        return ResponseEntity.ok(Map.of("id", id));
    }

    @Requires("address.protect")
    @PostMapping("/api/v1/persons/{id}/address/lift")
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
            FieldProblem problem = refusal.problems().get(0);
            model.addAttribute(
                    "problem",
                    messages.getMessage(
                            "problem." + problem.code(), problem.arguments().toArray(), locale));
            model.addAttribute("typed", reason);
            return "person/person";
        }
        return "redirect:/persons/" + id;
    }
}

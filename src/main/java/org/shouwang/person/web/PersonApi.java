package org.shouwang.person.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Requires;
import org.shouwang.person.Guardian;
import org.shouwang.person.Household;
import org.shouwang.person.PersonView;
import org.shouwang.person.web.PersonIntake.Created;
import org.shouwang.web.Costly;
import org.shouwang.web.Refusal;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the pages of persons do, for programs. */
@RestController
@RequestMapping("/api/v1/persons")
class PersonApi {

    private static final int MOST = 100;

    private final PersonFinder finder;
    private final PersonPages pages;
    private final PersonIntake intake;
    private final MessageSource messages;

    PersonApi(PersonFinder finder, PersonPages pages, PersonIntake intake, MessageSource messages) {
        this.messages = messages;
        this.finder = finder;
        this.pages = pages;
        this.intake = intake;
    }

    /** What was found; a search has no next page, ask more closely instead. */
    record Found(List<Item> items, @Nullable String next) {}

    /** @param message the same for everybody: what comparing it with other files will show is told to those who compare */
    record Opened(UUID id, List<String> warnings, String message) {}

    record Item(PersonView person, String place) {}

    record Question(
            @Nullable String q,
            @Nullable String division,
            @Nullable Boolean onlyChildren,
            @Nullable Integer limit) {}

    record Answer(
            PersonView person,
            @Nullable String idNumber,
            @Nullable String phone,
            List<String> warnings,
            @Nullable Household household,
            List<Guardian> guardians,
            List<PersonView> siblings,
            List<PersonPages.Part> parts) {}

    /** By name or whole ID number: in the body, because an address is written down on its way. */
    @Requires("person.search")
    @Costly
    @PostMapping("/search")
    Found find(@RequestBody Question question) {
        return found(
                question.q() == null ? "" : question.q(),
                question.division(),
                Boolean.TRUE.equals(question.onlyChildren()),
                question.limit() == null ? 20 : question.limit());
    }

    @Requires("person.create")
    @PostMapping
    ResponseEntity<Opened> create(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody PersonInput input,
            Locale locale) {
        Created created = intake.create(key, input);
        String message = messages.getMessage("person.submitted", null, locale);
        return ResponseEntity.created(URI.create("/api/v1/persons/" + created.id()))
                .body(new Opened(created.id(), created.warnings(), message));
    }

    @Requires("person.read")
    @GetMapping("/{id}")
    Answer person(@PathVariable UUID id, Locale locale) {
        PersonPages.PersonPage page = pages.open(id, locale);
        return new Answer(
                page.file().person(),
                page.file().maskedIdNumber(),
                page.file().phone(),
                page.file().warnings(),
                page.household(),
                page.guardians(),
                page.siblings(),
                page.parts());
    }

    private Found found(String q, @Nullable String division, boolean onlyChildren, int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.malformed("bad-limit", MOST);
        }
        PersonController.refuseLong(q);
        List<Item> items = finder.find(q, division, onlyChildren, limit).stream()
                .map(hit -> new Item(hit.person(), hit.place()))
                .toList();
        return new Found(items, null);
    }
}

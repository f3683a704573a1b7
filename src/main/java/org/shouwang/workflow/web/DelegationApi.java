package org.shouwang.workflow.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.web.Idempotency;
import org.shouwang.workflow.Delegations;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Delegation during leave (请假代办), for programs. */
@RestController
@RequestMapping("/api/v1/delegations")
@Requires("delegation.own")
class DelegationApi {

    private final Delegations delegations;
    private final DelegationPages pages;
    private final Idempotency idempotency;
    private final Actors actors;

    DelegationApi(Delegations delegations, DelegationPages pages, Idempotency idempotency, Actors actors) {
        this.delegations = delegations;
        this.pages = pages;
        this.idempotency = idempotency;
        this.actors = actors;
    }

    /**
     * @param officer who is absent; the caller where it is left out
     * @param ground code of {@code ABSENCE}
     */
    record Declared(
            @Nullable UUID officer,
            @Nullable UUID deputy,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            @Nullable String ground) {}

    record Created(UUID id) {}

    @GetMapping
    Map<String, List<DelegationPages.Row>> current(Locale locale) {
        return Map.of("items", pages.current(actors.current(), locale));
    }

    /** Who could stand in. */
    @GetMapping("/deputies")
    Map<String, List<DelegationPages.Person>> deputies(@RequestParam(required = false) @Nullable UUID officer) {
        Actor actor = actors.current();
        return Map.of("items", pages.deputies(officer == null ? actor.officer().id() : officer, actor));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Created declare(
            @RequestBody Declared told,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        Actor actor = actors.current();
        UUID officer = told.officer() == null ? actor.officer().id() : told.officer();
        String ground = told.ground() == null ? "" : told.ground();
        Delegations.Asked asked = new Delegations.Asked(told.deputy(), told.from(), told.until(), ground);
        return idempotency.once(
                key,
                actor.officer().id(),
                "delegation " + officer + " " + asked,
                Created.class,
                () -> new Created(delegations.declare(officer, asked, actor)));
    }

    @PostMapping("/{id}/end")
    Map<String, UUID> end(@PathVariable UUID id) {
        delegations.end(id, actors.current());
        return Map.of("id", id);
    }
}

package org.shouwang.officers.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.officers.Made;
import org.shouwang.officers.Unit;
import org.shouwang.officers.Units;
import org.shouwang.web.Idempotency;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Agencies, for programs. */
@RestController
@RequestMapping("/api/v1/agencies")
class AgencyApi {

    private final Units units;
    private final Actors actors;

    AgencyApi(Units units, Actors actors) {
        this.units = units;
        this.actors = actors;
    }

    /** @param next the key after which the following page begins */
    record Page(List<Unit> items, @Nullable String next) {}

    record Asked(
            @Nullable String key,
            @Nullable String type,
            @Nullable String name,
            @Nullable String division) {}

    record Named(@Nullable String name) {}

    @GetMapping
    @Requires("agency.manage")
    Page list(@RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "30") int limit) {
        List<Unit> found = units.list(after, OfficerApi.checked(limit) + 1);
        List<Unit> shown = found.subList(0, Math.min(limit, found.size()));
        return new Page(shown, found.size() > limit ? shown.get(limit - 1).key() : null);
    }

    @PostMapping
    @Requires("agency.manage")
    ResponseEntity<Made> add(
            @RequestBody Asked asked,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        Made made = units.add(
                key,
                text(asked.key()),
                text(asked.type()),
                text(asked.name()),
                text(asked.division()),
                actors.current());
        return ResponseEntity.created(URI.create("/api/v1/agencies/" + made.id()))
                .body(made);
    }

    @PostMapping("/{id}/rename")
    @Requires("agency.manage")
    Made rename(@PathVariable UUID id, @RequestBody Named asked) {
        units.rename(id, text(asked.name()), actors.current());
        return new Made(id);
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said;
    }
}

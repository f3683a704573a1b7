package org.shouwang.workflow.web;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.workflow.Conflicts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Conflicts of interest (回避), for programs. */
@RestController
@RequestMapping("/api/v1/conflicts/{subject}")
class ConflictApi {

    private final Conflicts conflicts;
    private final ConflictPages pages;
    private final Actors actors;

    ConflictApi(Conflicts conflicts, ConflictPages pages, Actors actors) {
        this.conflicts = conflicts;
        this.pages = pages;
        this.actors = actors;
    }

    /**
     * @param officer the colleague; nobody where one speaks of oneself
     * @param ground code of {@code CONFLICT}
     */
    record Declared(
            @Nullable UUID officer,
            @Nullable String ground,
            @Nullable String reason) {}

    record Lifted(@Nullable String reason) {}

    @Requires("conflict.declare-own")
    @GetMapping
    ConflictPages.Shown show(@PathVariable UUID subject, Locale locale) {
        return pages.of(subject, actors.current(), locale);
    }

    @Requires("conflict.declare-own")
    @PostMapping("/own")
    Map<String, UUID> own(@PathVariable UUID subject, @RequestBody Declared told) {
        conflicts.declareOwn(subject, text(told.ground()), text(told.reason()), actors.current());
        return Map.of("id", subject);
    }

    @Requires("conflict.declare")
    @PostMapping("/colleagues")
    Map<String, UUID> colleague(@PathVariable UUID subject, @RequestBody Declared told) {
        conflicts.declare(subject, told.officer(), text(told.ground()), text(told.reason()), actors.current());
        return Map.of("id", subject);
    }

    @Requires("conflict.lift")
    @PostMapping("/colleagues/{officer}/lift")
    Map<String, UUID> lift(@PathVariable UUID subject, @PathVariable UUID officer, @RequestBody Lifted told) {
        conflicts.lift(subject, officer, text(told.reason()), actors.current());
        return Map.of("id", subject);
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said;
    }
}

package org.shouwang.privacy.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.privacy.Erasure;
import org.shouwang.privacy.Erasures;
import org.shouwang.privacy.Kept;
import org.shouwang.privacy.Retention;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Refusal;
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

/** What is kept, archived and erased, over HTTP. */
@RestController
@RequestMapping("/api/v1/retention")
class RetentionApi {

    private static final int MOST = 100;

    private final Retention retention;
    private final Erasures erasures;
    private final RetentionPages pages;
    private final Idempotency idempotency;
    private final Actors actors;

    RetentionApi(Retention retention, Erasures erasures, RetentionPages pages, Idempotency idempotency, Actors actors) {
        this.retention = retention;
        this.erasures = erasures;
        this.pages = pages;
        this.idempotency = idempotency;
        this.actors = actors;
    }

    record Answer(Kept kept, List<String> holds, List<Erasure> erasures) {}

    record Said(
            @Nullable String ground,
            @Nullable String reason,
            @Nullable Boolean policeOver) {}

    record Proposed(UUID id) {}

    @GetMapping
    @Requires("retention.read")
    RetentionPages.Page list(
            @RequestParam(defaultValue = "erase") String list,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.malformed("bad-limit", MOST);
        }
        return pages.page(list, after, limit);
    }

    @GetMapping("/{id}")
    @Requires("retention.read")
    Answer show(@PathVariable UUID id) {
        Kept kept = retention.read(id);
        return new Answer(kept, erasures.holds(kept), erasures.of(kept));
    }

    @PostMapping("/{id}/archive")
    @Requires("retention.archive")
    Answer archive(@PathVariable UUID id) {
        retention.archive(id, actors.current());
        return show(id);
    }

    @PostMapping("/{id}/take-back")
    @Requires("retention.archive")
    Answer takeBack(@PathVariable UUID id, @RequestBody Said said) {
        retention.takeBack(id, said.ground(), actors.current());
        return show(id);
    }

    @PostMapping("/{id}/open")
    @Requires("archive.open")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void open(@PathVariable UUID id, @RequestBody Said said) {
        retention.open(id, said.ground(), said.reason(), actors.current());
    }

    @PostMapping("/{id}/erasures")
    @Requires("retention.propose")
    @ResponseStatus(HttpStatus.CREATED)
    Proposed propose(
            @PathVariable UUID id,
            @RequestBody Said said,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        Actor by = actors.current();
        return idempotency.once(
                key,
                by.officer().id(),
                "erasure " + id + " " + said,
                Proposed.class,
                () -> new Proposed(erasures.propose(id, Boolean.TRUE.equals(said.policeOver()), said.reason(), by)));
    }

    @PostMapping("/{id}/erasures/{erasure}/withdraw")
    @Requires("retention.propose")
    Answer withdraw(@PathVariable UUID id, @PathVariable UUID erasure) {
        erasures.withdraw(erasure, actors.current());
        return show(id);
    }

    @PostMapping("/{id}/erasures/{erasure}/approve")
    @Requires("retention.approve")
    Answer approve(@PathVariable UUID id, @PathVariable UUID erasure) {
        erasures.approve(erasure, actors.current());
        return show(id);
    }
}

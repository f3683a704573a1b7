package org.shouwang.privacy.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.privacy.JuvenileOpenings;
import org.shouwang.privacy.JuvenileSeals;
import org.shouwang.privacy.NewOpening;
import org.shouwang.privacy.NewSeal;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sealing a juvenile record and opening one, over HTTP. */
@RestController
class JuvenileApi {

    private final JuvenileSeals seals;
    private final JuvenileOpenings openings;
    private final JuvenileLimit limit;
    private final Idempotency idempotency;
    private final Actors actors;

    JuvenileApi(
            JuvenileSeals seals,
            JuvenileOpenings openings,
            JuvenileLimit limit,
            Idempotency idempotency,
            Actors actors) {
        this.seals = seals;
        this.openings = openings;
        this.limit = limit;
        this.idempotency = idempotency;
        this.actors = actors;
    }

    /** @param caseId null when there is none to be opened; that it was tried is kept all the same */
    record Opened(@Nullable UUID caseId) {}

    @PostMapping("/api/v1/cases/{id}/sealing")
    @Requires("juvenile.seal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void seal(
            @PathVariable UUID id,
            @RequestBody NewSeal said,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        seals.seal(id, said, key, actors.current());
    }

    @PostMapping("/api/v1/juvenile-openings")
    @Requires("juvenile.open")
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(
            @RequestBody NewOpening said,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        Actor by = actors.current();
        limit.take(by);
        Opened opened = idempotency.once(
                key,
                by.officer().id(),
                "juvenile-opening " + said,
                Opened.class,
                () -> new Opened(openings.open(said, by).orElse(null)));
        if (opened.caseId() == null) {
            throw Refusal.notFound();
        }
        return opened;
    }
}

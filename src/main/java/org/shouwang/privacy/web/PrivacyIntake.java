package org.shouwang.privacy.web;

import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.privacy.Consents;
import org.shouwang.privacy.DataRequests;
import org.shouwang.privacy.NewConsent;
import org.shouwang.privacy.NewRequest;
import org.shouwang.web.Idempotency;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Takes in over the API, each thing once. */
@Component
class PrivacyIntake {

    private final Consents consents;
    private final DataRequests requests;
    private final Idempotency idempotency;
    private final Actors actors;
    private final JsonMapper json;

    PrivacyIntake(Consents consents, DataRequests requests, Idempotency idempotency, Actors actors, JsonMapper json) {
        this.consents = consents;
        this.requests = requests;
        this.idempotency = idempotency;
        this.actors = actors;
        this.json = json;
    }

    record Created(UUID id) {}

    @Transactional
    public Created consent(@Nullable String key, UUID caseId, NewConsent said) {
        Actor by = actors.current();
        return once(key, by, "consents " + caseId, said, () -> consents.record(caseId, said, by));
    }

    @Transactional
    public Created request(@Nullable String key, UUID caseId, NewRequest said) {
        Actor by = actors.current();
        return once(key, by, "requests " + caseId, said, () -> requests.record(caseId, said, by));
    }

    private Created once(@Nullable String key, Actor by, String route, Object said, Supplier<UUID> work) {
        String content = route + " " + json.writeValueAsString(said);
        return idempotency.once(key, by.officer().id(), content, Created.class, () -> new Created(work.get()));
    }
}

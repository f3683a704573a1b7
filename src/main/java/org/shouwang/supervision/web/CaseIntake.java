package org.shouwang.supervision.web;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.supervision.Suggestions;
import org.shouwang.supervision.SupervisionRequests;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what is asked or recorded about a case, over page and API, each thing once. */
@Component
class CaseIntake {

    private final SupervisionRequests requests;
    private final Suggestions suggestions;
    private final Idempotency idempotency;
    private final Actors actors;

    CaseIntake(SupervisionRequests requests, Suggestions suggestions, Idempotency idempotency, Actors actors) {
        this.requests = requests;
        this.suggestions = suggestions;
        this.idempotency = idempotency;
        this.actors = actors;
    }

    record Created(UUID id) {}

    @Transactional
    public Created ask(UUID caseId, CaseForm.Sheet sheet, @Nullable String key) {
        Actor by = actors.current();
        requests.require(caseId);
        return once(
                "supervision " + caseId,
                sheet,
                key,
                by,
                () -> requests.ask(caseId, sheet.version(), sheet.answers().deepCopy(), by));
    }

    @Transactional
    public Created suggestion(UUID caseId, CaseForm.Sheet sheet, @Nullable String key) {
        Actor by = actors.current();
        suggestions.require(caseId);
        return once(
                "suggestion " + caseId,
                sheet,
                key,
                by,
                () -> suggestions.record(
                        caseId, sheet.version(), sheet.answers().deepCopy(), by));
    }

    private Created once(String route, CaseForm.Sheet sheet, @Nullable String key, Actor by, Supplier<UUID> work) {
        if (!sheet.problems().isEmpty()) {
            throw Refusal.invalid(List.copyOf(sheet.problems()));
        }
        String content = route + " " + sheet.answers();
        return idempotency.once(key, by.officer().id(), content, Created.class, () -> new Created(work.get()));
    }
}

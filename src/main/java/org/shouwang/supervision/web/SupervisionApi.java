package org.shouwang.supervision.web;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.supervision.AskedRequest;
import org.shouwang.supervision.SupervisionRequest;
import org.shouwang.supervision.SupervisionRequests;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** 督办 for programs. */
@RestController
@RequestMapping("/api/v1")
@Requires("supervision.ask")
class SupervisionApi {

    private static final int MOST = 100;

    private final SupervisionRequests requests;
    private final CaseIntake intake;
    private final CaseForm form;
    private final Actors actors;

    SupervisionApi(SupervisionRequests requests, CaseIntake intake, CaseForm form, Actors actors) {
        this.requests = requests;
        this.intake = intake;
        this.form = form;
        this.actors = actors;
    }

    record OfCase(List<SupervisionRequest> items) {}

    /** @param next what to ask on with as {@code after}; null at the end */
    record Page(List<AskedRequest> items, @Nullable String next) {}

    /** The answers of {@code S10-supervision}. */
    @PostMapping("/cases/{id}/supervision-requests")
    ResponseEntity<CaseIntake.Created> ask(
            @PathVariable UUID id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @RequestBody JsonNode body) {
        CaseIntake.Created made = intake.ask(id, form.sent(SupervisionRequests.FORM, body), key);
        return ResponseEntity.created(URI.create("/api/v1/cases/" + id + "/supervision-requests"))
                .body(made);
    }

    @GetMapping("/cases/{id}/supervision-requests")
    OfCase ofCase(@PathVariable UUID id) {
        return new OfCase(requests.of(requests.read(id, actors.current())));
    }

    @PostMapping("/cases/{id}/supervision-requests/{request}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@PathVariable UUID id, @PathVariable UUID request) {
        requests.withdraw(id, request, actors.current());
    }

    /** What one has asked, the latest first. */
    @GetMapping("/supervision-requests")
    Page asked(
            @RequestParam(defaultValue = "open") String list,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.malformed("bad-limit", MOST);
        }
        List<AskedRequest> found = requests.asked(list, after, limit + 1, actors.current());
        boolean more = found.size() > limit;
        return new Page(
                more ? found.subList(0, limit) : found, more ? SupervisionRequests.after(found.get(limit - 1)) : null);
    }
}

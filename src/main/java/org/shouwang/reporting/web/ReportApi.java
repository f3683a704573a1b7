package org.shouwang.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.OpenToAll;
import org.shouwang.access.Requires;
import org.shouwang.reporting.OwnReport;
import org.shouwang.reporting.Receipt;
import org.shouwang.reporting.Reports;
import org.shouwang.reporting.Told;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.form.Form;
import org.shouwang.workflow.form.FormBook;
import org.shouwang.workflow.form.FormInput;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reports over the API. */
@RestController
@RequestMapping("/api/v1")
class ReportApi {

    private static final int MOST = 100;

    /** What the reporter may know. */
    record State(UUID id, String trackingCode, String state, Instant receivedAt, List<Told> told) {

        static State of(OwnReport report) {
            return new State(report.id(), report.trackingCode(), report.state(), report.receivedAt(), report.told());
        }
    }

    private final Reports reports;
    private final FormBook forms;
    private final Actors actors;
    private final TrackingLimit limit;

    ReportApi(Reports reports, FormBook forms, Actors actors, TrackingLimit limit) {
        this.reports = reports;
        this.forms = forms;
        this.actors = actors;
        this.limit = limit;
    }

    /** The answers of {@code F01-report}; {@code _version} names the form's version where the caller knows it. */
    @PostMapping("/reports")
    @Requires("report.submit")
    ResponseEntity<Receipt> submit(
            @RequestBody JsonNode body,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key) {
        Form form = forms.get(Reports.FORM);
        if (!(body instanceof ObjectNode answers)) {
            throw Refusal.malformed("malformed");
        }
        JsonNode version = answers.remove(FormInput.VERSION);
        FormInput input = FormInput.of(form, answers, JsonNodeFactory.instance.objectNode());
        Receipt receipt = reports.submit(
                input.data(), version == null ? form.version() : version.asInt(0), key, actors.current());
        return ResponseEntity.created(URI.create("/api/v1/reports/" + receipt.id()))
                .body(receipt);
    }

    /** @param next the id to ask on with as {@code after}; null at the end */
    record Own(List<State> items, @Nullable UUID next) {}

    /** One's own reports and their state, the newest first. */
    @GetMapping("/reports")
    @Requires("report.submit")
    Own own(@RequestParam(required = false) @Nullable UUID after, @RequestParam(defaultValue = "30") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.malformed("bad-limit", MOST);
        }
        List<State> page = reports.own(actors.current(), after, limit).stream()
                .map(State::of)
                .toList();
        return new Own(page, page.size() < limit ? null : page.get(limit - 1).id());
    }

    /** The report, for whoever works on it; its state, for whoever sent it. */
    @GetMapping("/reports/{id}")
    @Requires("report.read")
    Object report(@PathVariable UUID id) {
        Actor actor = actors.current();
        if (!reports.mayRead(id)) {
            return reports.own(id, actor).map(State::of).orElseThrow(Refusal::notFound);
        }
        return reports.read(id, actor);
    }

    @GetMapping("/public/reports/{trackingCode}")
    @OpenToAll
    Reports.Tracking track(@PathVariable String trackingCode, HttpServletRequest request) {
        limit.take(request);
        return reports.track(trackingCode).orElseThrow(Refusal::notFound);
    }
}

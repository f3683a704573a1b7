package org.shouwang.privacy.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.casefile.CaseView;
import org.shouwang.privacy.Consent;
import org.shouwang.privacy.Consents;
import org.shouwang.privacy.CopyOfFile;
import org.shouwang.privacy.DataRequest;
import org.shouwang.privacy.DataRequests;
import org.shouwang.privacy.Kept;
import org.shouwang.privacy.NewConsent;
import org.shouwang.privacy.NewRequest;
import org.shouwang.privacy.Retention;
import org.shouwang.web.Idempotency;
import org.shouwang.workflow.form.RecordView;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One case's consents, requests and term over HTTP. */
@RestController
@RequestMapping("/api/v1/cases/{id}")
class PrivacyApi {

    private final Consents consents;
    private final DataRequests requests;
    private final Retention retention;
    private final CopyOfFile copies;
    private final PrivacyPage page;
    private final PrivacyIntake intake;
    private final Actors actors;

    PrivacyApi(
            Consents consents,
            DataRequests requests,
            Retention retention,
            CopyOfFile copies,
            PrivacyPage page,
            PrivacyIntake intake,
            Actors actors) {
        this.consents = consents;
        this.requests = requests;
        this.retention = retention;
        this.copies = copies;
        this.page = page;
        this.intake = intake;
        this.actors = actors;
    }

    record Answer(
            List<Consent> consents,
            List<DataRequest> requests,
            @Nullable Kept term) {}

    record Withdrawal(@Nullable String by) {}

    record Copy(
            String number,
            String name,
            String sex,
            @Nullable String birthDate,
            List<RecordView> records) {}

    @GetMapping("/privacy")
    @Requires("consent.read")
    Answer show(@PathVariable UUID id) {
        CaseView file = page.file(id);
        return new Answer(
                consents.of(file), requests.of(file), retention.of(file).orElse(null));
    }

    @PostMapping("/consents")
    @Requires("consent.record")
    ResponseEntity<PrivacyIntake.Created> record(
            @PathVariable UUID id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @RequestBody NewConsent said) {
        return created(id, intake.consent(key, id, said));
    }

    @PostMapping("/consents/{consent}/withdraw")
    @Requires("consent.record")
    Answer withdraw(@PathVariable UUID id, @PathVariable UUID consent, @RequestBody Withdrawal said) {
        consents.withdraw(id, consent, said.by(), actors.current());
        return show(id);
    }

    @PostMapping("/requests")
    @Requires("request.record")
    ResponseEntity<PrivacyIntake.Created> request(
            @PathVariable UUID id,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            @RequestBody NewRequest said) {
        return created(id, intake.request(key, id, said));
    }

    @GetMapping("/requests/{request}")
    @Requires("request.read")
    DataRequest answer(@PathVariable UUID id, @PathVariable UUID request) {
        CaseView file = page.file(id);
        return requests.read(file, request, "answer", actors.current());
    }

    @GetMapping("/requests/{request}/copy")
    @Requires("request.read")
    Copy copy(@PathVariable UUID id, @PathVariable UUID request, Locale locale) {
        CaseView file = page.file(id);
        DataRequest asked = requests.read(file, request, "copy", actors.current());
        CopyOfFile.Copy copy = copies.of(file, asked, locale, actors.current());
        return new Copy(
                file.number(),
                copy.person().person().name(),
                copy.person().person().sex(),
                copy.person().person().birthDate() == null
                        ? null
                        : copy.person().person().birthDate().toString(),
                copy.parts());
    }

    private static ResponseEntity<PrivacyIntake.Created> created(UUID id, PrivacyIntake.Created made) {
        return ResponseEntity.created(URI.create("/api/v1/cases/" + id + "/privacy"))
                .body(made);
    }
}

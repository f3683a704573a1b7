package org.shouwang.reporting.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.KeptForms;
import org.shouwang.access.Requires;
import org.shouwang.attachment.Attachment;
import org.shouwang.reporting.Receipt;
import org.shouwang.reporting.ReportFiles;
import org.shouwang.reporting.Reports;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Refusal;
import org.shouwang.web.SentFile;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartRequest;

/** 我要报告: one page, one key, one report, however often it is sent. */
@Controller
class ReportController {

    private static final String FILES = "files";

    /** What the uploading page gets back. */
    record Uploaded(UUID id, String name) {}

    private final ReportPage page;
    private final Reports reports;
    private final ReportFiles files;
    private final Actors actors;
    private final KeptForms kept;
    private final MessageSource messages;

    ReportController(
            ReportPage page,
            Reports reports,
            ReportFiles files,
            Actors actors,
            KeptForms kept,
            MessageSource messages) {
        this.page = page;
        this.reports = reports;
        this.files = files;
        this.actors = actors;
        this.kept = kept;
        this.messages = messages;
    }

    @GetMapping("/report")
    @Requires("report.submit")
    String write(
            @RequestParam(required = false) @Nullable UUID from,
            Model model,
            Locale locale,
            HttpServletRequest request) {
        Actor actor = actors.current();
        Sheet sheet = kept.take(request, actor)
                .map(sent -> Sent.of(page.form(), sent).sheet().with(List.of(FieldProblem.at("", "login-expired"))))
                .orElseGet(() -> page.blank(from, actor));
        return page.show(sheet, actor, model, locale);
    }

    /** The page's script: 201 with the receipt's address. What is wrong, it lets the page itself say. */
    @PostMapping(path = "/report", headers = "X-Requested-With=fetch")
    @Requires("report.submit")
    ResponseEntity<Void> sendByScript(
            @RequestParam MultiValueMap<String, String> parameters, HttpServletRequest request) {
        Actor actor = actors.current();
        Receipt receipt = take(Sent.of(page.form(), parameters), request, actor);
        return ResponseEntity.created(URI.create("/report/receipt/" + receipt.id()))
                .build();
    }

    @PostMapping("/report")
    @Requires("report.submit")
    String send(
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response) {
        Actor actor = actors.current();
        Sent sent = Sent.of(page.form(), parameters);
        if (sent.searches()) {
            return page.show(sent.sheet(), actor, model, locale);
        }
        try {
            return "redirect:/report/receipt/" + take(sent, request, actor).id();
        } catch (Refusal refusal) {
            response.setStatus(refusal.status().value());
            return page.show(refused(sent.sheet(), refusal), actor, model, locale);
        }
    }

    private Receipt take(Sent sent, HttpServletRequest request, Actor actor) {
        addFiles(sent, request, actor);
        if (!sent.input().problems().isEmpty()) {
            throw Refusal.invalid(sent.input().problems());
        }
        return reports.submit(sent.input().data().deepCopy(), sent.version(), sent.key(), actor);
    }

    /** Without script the files come with the form. */
    private void addFiles(Sent sent, HttpServletRequest request, Actor actor) {
        if (!(request instanceof MultipartRequest parts)) {
            return;
        }
        for (MultipartFile file : parts.getFiles("_file." + FILES)) {
            if (!file.isEmpty()) {
                sent.input()
                        .data()
                        .withArray(FILES)
                        .add(store(sent.draft(), file, actor).id().toString());
            }
        }
    }

    private Attachment store(UUID draft, MultipartFile file, Actor actor) {
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return files.store(draft, name == null ? "" : name, content, actor);
        } catch (IOException e) {
            throw Refusal.malformed("malformed");
        }
    }

    private static Sheet refused(Sheet sheet, Refusal refusal) {
        if (refusal.code().equals("key-reused")) {
            // The first text has arrived; this one would be another report, which only a person can want.
            return sheet.withNewKey().with(List.of(FieldProblem.at("", "report-sent-already")));
        }
        if (refusal.status() == HttpStatus.UNPROCESSABLE_CONTENT) {
            return sheet.with(
                    refusal.problems().stream().map(ReportController::atField).toList());
        }
        if (refusal.status().is4xxClientError() && refusal.status() != HttpStatus.FORBIDDEN) {
            return sheet.with(List.of(
                    FieldProblem.at("", refusal.code(), refusal.arguments().toArray())));
        }
        throw refusal;
    }

    private static FieldProblem atField(FieldProblem problem) {
        return problem.path().equals("file")
                ? FieldProblem.at(FILES, problem.code(), problem.arguments().toArray())
                : problem;
    }

    /** A file while the report is being written; nothing is kept of who sent it, nor what it was called. */
    @PostMapping(path = "/report/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("report.submit")
    ResponseEntity<Uploaded> upload(@RequestParam UUID subject, @RequestParam MultipartFile file, Locale locale) {
        Attachment kept = store(subject, file, actors.current());
        return ResponseEntity.status(HttpStatus.CREATED).body(uploaded(kept.id(), kept.extension(), locale));
    }

    /** The same file under the same key is one. */
    @PostMapping(path = "/api/v1/reports/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Requires("report.submit")
    @ResponseBody
    @ResponseStatus(HttpStatus.CREATED)
    Uploaded uploadOnce(
            @RequestParam UUID subject,
            @RequestParam MultipartFile file,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key,
            Locale locale)
            throws IOException {
        Actor actor = actors.current();
        ReportFiles.Kept once =
                files.once(key, SentFile.fingerprint(subject, file), actor, () -> store(subject, file, actor));
        return uploaded(once.id(), once.extension(), locale);
    }

    private Uploaded uploaded(UUID id, String extension, Locale locale) {
        @Nullable String name = messages.getMessage("report.file." + extension, null, extension, locale);
        return new Uploaded(id, name == null ? extension : name);
    }
}

package org.shouwang.attachment.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.attachment.Attachment;
import org.shouwang.attachment.Attachments;
import org.shouwang.attachment.Content;
import org.shouwang.attachment.FileLinks;
import org.shouwang.web.Idempotency;
import org.shouwang.web.Refusal;
import org.shouwang.web.SentFile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files over HTTP, for a page's script under {@code /attachments} and for the API. */
@RestController
class AttachmentController {

    /** What the uploader gets back: enough to show the file in the form and to send its id with it. */
    record Uploaded(UUID id, String name, String type, long size) {}

    record Kept(UUID id) {}

    private final Attachments attachments;
    private final FileLinks links;
    private final Idempotency idempotency;
    private final Actors actors;

    AttachmentController(Attachments attachments, FileLinks links, Idempotency idempotency, Actors actors) {
        this.attachments = attachments;
        this.links = links;
        this.idempotency = idempotency;
        this.actors = actors;
    }

    @Requires("attachment.store")
    @PostMapping(path = "/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Uploaded> upload(@RequestParam UUID subject, @RequestParam MultipartFile file) throws IOException {
        return uploaded(store(subject, file));
    }

    /** The same file under the same key is one. */
    @Requires("attachment.store")
    @PostMapping(path = "/api/v1/attachments", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Uploaded> uploadOnce(
            @RequestParam UUID subject,
            @RequestParam MultipartFile file,
            @RequestHeader(name = Idempotency.HEADER, required = false) @Nullable String key)
            throws IOException {
        Kept kept = idempotency.once(
                key,
                actors.current().officer().id(),
                "attachment " + SentFile.fingerprint(subject, file),
                Kept.class,
                () -> new Kept(store(subject, file).id()));
        return uploaded(
                attachments.find(List.of(kept.id())).stream().findFirst().orElseThrow(Refusal::notFound));
    }

    private Attachment store(UUID subject, MultipartFile file) {
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            return attachments.store(subject, name == null ? "" : name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ResponseEntity<Uploaded> uploaded(Attachment kept) {
        return ResponseEntity.created(URI.create("/api/v1/attachments/" + kept.id()))
                .body(new Uploaded(kept.id(), kept.name(), kept.type(), kept.size()));
    }

    /** By a link of a page, as long as that lasts. */
    @Requires("attachment.read")
    @GetMapping("/attachments/{id}")
    ResponseEntity<byte[]> linked(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") long until,
            @RequestParam(required = false) @Nullable String key) {
        if (!links.valid(id, until, key)) {
            attachments.require(id);
            throw Refusal.gone("link-expired");
        }
        return download(id);
    }

    /** Always a download, never a page of ours: whatever the file holds, it runs nowhere in our name. */
    @Requires("attachment.read")
    @GetMapping("/api/v1/attachments/{id}")
    ResponseEntity<byte[]> download(@PathVariable UUID id) {
        Content content = attachments.open(id);
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(content.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .contentType(MediaType.parseMediaType(content.attachment().type()))
                .body(content.bytes());
    }
}

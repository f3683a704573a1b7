package org.shouwang.attachment.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Requires;
import org.shouwang.attachment.Attachment;
import org.shouwang.attachment.Attachments;
import org.shouwang.attachment.Content;
import org.shouwang.attachment.FileLinks;
import org.shouwang.web.Refusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files over HTTP, for a page's script under {@code /attachments} and for the API. */
@RestController
class AttachmentController {

    /** What the uploader gets back: enough to show the file in the form and to send its id with it. */
    record Uploaded(UUID id, String name, String type, long size) {}

    private final Attachments attachments;
    private final FileLinks links;

    AttachmentController(Attachments attachments, FileLinks links) {
        this.attachments = attachments;
        this.links = links;
    }

    @Requires("attachment.store")
    @PostMapping(
            path = {"/attachments", "/api/v1/attachments"},
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<Uploaded> upload(@RequestParam UUID subject, @RequestParam MultipartFile file) throws IOException {
        String name = file.getOriginalFilename();
        try (InputStream content = file.getInputStream()) {
            Attachment kept = attachments.store(subject, name == null ? "" : name, content);
            return ResponseEntity.created(URI.create("/api/v1/attachments/" + kept.id()))
                    .body(new Uploaded(kept.id(), kept.name(), kept.type(), kept.size()));
        }
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

package org.shouwang.document.web;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.document.Documents;
import org.shouwang.web.Costly;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** A paper as a Word file to look over, sign and stamp. Official, so it carries no watermark. */
@Controller
class DocumentController {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private final Documents documents;
    private final Actors actors;

    DocumentController(Documents documents, Actors actors) {
        this.documents = documents;
        this.actors = actors;
    }

    @Requires("case.read")
    @Costly
    @GetMapping({
        "/cases/{id}/records/{record}/documents/{document}",
        "/api/v1/cases/{id}/records/{record}/documents/{document}"
    })
    @ResponseBody
    ResponseEntity<byte[]> make(
            @PathVariable UUID id, @PathVariable UUID record, @PathVariable String document, Locale locale) {
        Documents.Paper paper = documents.make(id, record, document, locale, actors.current());
        ContentDisposition disposition = ContentDisposition.attachment()
                .filename(paper.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, WORD)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(paper.content());
    }
}

package org.shouwang.document;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Post;
import org.shouwang.access.Sight;
import org.shouwang.casefile.CaseReports;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.casefile.RecordLater;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.form.FormVersions;
import org.shouwang.workflow.form.Records;
import org.shouwang.workflow.form.StoredRecord;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes papers; what the reader may not see of a record is not in the paper either. */
@Service
@Transactional
public class Documents {

    private final DocumentRoom room;
    private final DocumentWords words;
    private final Cases cases;
    private final CaseReports reports;
    private final Records records;
    private final FormVersions versions;
    private final Access access;
    private final Journal journal;
    private final ObjectProvider<RecordLater> later;

    Documents(
            DocumentRoom room,
            DocumentWords words,
            Cases cases,
            CaseReports reports,
            Records records,
            FormVersions versions,
            Access access,
            Journal journal,
            ObjectProvider<RecordLater> later) {
        this.room = room;
        this.words = words;
        this.cases = cases;
        this.reports = reports;
        this.records = records;
        this.versions = versions;
        this.access = access;
        this.journal = journal;
        this.later = later;
    }

    /**
     * A paper ready to be sent or printed.
     *
     * @param name of the file: kind and number, never a person's
     */
    public record Paper(String name, byte[] content) {}

    /**
     * Makes one paper from one record of a case; that it was made goes into the journal.
     *
     * @throws Refusal 404 where the case, the record or the paper is not there or not for this reader
     */
    public Paper make(UUID caseId, UUID record, String key, Locale locale, Actor by) {
        CaseView file = cases.read(caseId, "document", by);
        if (file.sealed()) {
            throw Refusal.notFound();
        }
        Sight sight = access.sight(by, file.subject());
        StoredRecord stored = records.find(record, sight::sees)
                .filter(each ->
                        each.subject().equals(caseId) || reports.of(file).contains(each.subject()))
                .filter(each -> sight.reads(each.form(), each.officer()))
                .orElseThrow(Refusal::notFound);
        Document document =
                room.find(key).filter(each -> each.form().equals(stored.form())).orElseThrow(Refusal::notFound);
        Placeholders known = new Placeholders(versions.find(stored.form(), stored.version())
                .orElseThrow(() -> new IllegalStateException("no form kept for record " + record)));
        byte[] content =
                room.template(document).fill(known, words.of(file, stored, later(stored, sight, locale), by, locale));
        UUID agency = by.mainPost().map(Post::agency).orElse(null);
        journal.append(new Event(
                "document.made",
                caseId,
                by.officer().id(),
                agency,
                null,
                record.toString(),
                Map.of("document", document.key())));
        return new Paper(document.title(locale) + " " + file.number() + ".docx", content);
    }

    private String later(StoredRecord stored, Sight sight, Locale locale) {
        return later.stream()
                .filter(each -> each.form().equals(stored.form()) && sight.reads(each.toldBy(), null))
                .map(each -> each.lines(stored.id(), locale))
                .collect(Collectors.joining("\n"));
    }
}

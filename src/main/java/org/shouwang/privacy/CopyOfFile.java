package org.shouwang.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.casefile.CaseView;
import org.shouwang.journal.Journal;
import org.shouwang.person.PersonFile;
import org.shouwang.person.Persons;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.form.FormBook;
import org.shouwang.workflow.form.RecordSight;
import org.shouwang.workflow.form.RecordView;
import org.shouwang.workflow.form.RecordViews;
import org.shouwang.workflow.form.Records;
import org.shouwang.workflow.form.StoredRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a copy for the person concerned holds: who the person is, the course of the case in dates and grades, and of the
 * case's own records the fields that {@code x-give} in their form names. Nothing that is not named is in it: not the
 * report and who sent it, not what anybody wrote in words, no address, no file, nobody else.
 */
@Service
@Transactional
public class CopyOfFile {

    private final Persons persons;
    private final Records records;
    private final RecordViews views;
    private final FormBook forms;
    private final Access access;
    private final Journal journal;

    CopyOfFile(Persons persons, Records records, RecordViews views, FormBook forms, Access access, Journal journal) {
        this.persons = persons;
        this.records = records;
        this.views = views;
        this.forms = forms;
        this.access = access;
        this.journal = journal;
    }

    /** @param parts of each record what may be given, records without any left out, the oldest first */
    public record Copy(CaseView file, PersonFile person, List<RecordView> parts) {}

    /** @throws Refusal 404 unless this very request was granted and asked for a copy of the main person's file */
    public Copy of(CaseView file, DataRequest request, Locale locale, Actor by) {
        access.require("request.read", file.subject());
        if (!request.granted() || !request.kind().equals("copy") || request.person() == null) {
            throw Refusal.notFound();
        }
        PersonFile person = persons.file(request.person(), by).orElseThrow(Refusal::notFound);
        // The case's records are about its main person; of anybody else's there is the person's own data alone.
        boolean own = Objects.equals(file.mainPerson(), request.person());
        journal.append(PrivacyEntry.of("request.copied", file.id(), by, request.id(), Map.of()));
        return new Copy(file, person, own ? parts(file, locale) : List.of());
    }

    private List<RecordView> parts(CaseView file, Locale locale) {
        List<StoredRecord> oldest = records.of(file.id(), RecordSight.of(Set.of())).stream()
                .sorted(java.util.Comparator.comparing(StoredRecord::at))
                .toList();
        return oldest.stream()
                .flatMap(stored ->
                        forms.current().find(stored.form()).map(form -> views.given(stored, form, locale)).stream())
                .filter(view -> !view.parts().isEmpty())
                .toList();
    }
}

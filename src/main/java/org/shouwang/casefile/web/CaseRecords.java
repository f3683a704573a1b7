package org.shouwang.casefile.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.access.Agencies;
import org.shouwang.attachment.Attachment;
import org.shouwang.attachment.Attachments;
import org.shouwang.casefile.CaseReports;
import org.shouwang.casefile.CaseView;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.FormNames;
import org.shouwang.workflow.form.FormVersions;
import org.shouwang.workflow.form.RecordView;
import org.shouwang.workflow.form.RecordViews;
import org.shouwang.workflow.form.Records;
import org.shouwang.workflow.form.StoredRecord;
import org.springframework.stereotype.Component;

/** The completed forms of a case, of the reports it rests on too. */
@Component
class CaseRecords {

    /** What people told, for those who work on the case. Who reported is in no record. */
    private static final Set<String> SIGHT = Set.of("narrative", "identity", "address");

    private final Records records;
    private final CaseReports reports;
    private final RecordViews views;
    private final FormVersions versions;
    private final FormNames names;
    private final Attachments attachments;
    private final Agencies agencies;
    private final Words words;

    CaseRecords(
            Records records,
            CaseReports reports,
            RecordViews views,
            FormVersions versions,
            FormNames names,
            Attachments attachments,
            Agencies agencies,
            Words words) {
        this.records = records;
        this.reports = reports;
        this.views = views;
        this.versions = versions;
        this.names = names;
        this.attachments = attachments;
        this.agencies = agencies;
        this.words = words;
    }

    /** @param unit who made it; empty for the report, whose maker is kept apart */
    record Row(UUID id, String form, String title, String at, String unit) {}

    record Opened(Row row, RecordView view) {}

    /**
     * @param kind in words
     * @param unit that brought it; empty for what came with the report
     * @param open whether the reader may open it
     */
    record File(UUID id, String kind, String type, long kilobytes, String at, String unit, boolean open) {}

    /** The latest first. */
    List<Row> of(CaseView found, Locale locale) {
        List<StoredRecord> all = Stream.concat(Stream.of(found.id()), reports.of(found).stream())
                .flatMap(subject -> records.of(subject, Set.of()).stream())
                .sorted(Comparator.comparing(StoredRecord::at).reversed())
                .toList();
        Map<UUID, String> units = units(all);
        return all.stream().map(stored -> row(stored, units, locale)).toList();
    }

    /** @throws Refusal 404 where it is not of this case */
    Opened open(CaseView found, UUID record, boolean detail, Locale locale) {
        StoredRecord stored = records.find(record, detail ? SIGHT : Set.of())
                .filter(each ->
                        each.subject().equals(found.id()) || reports.of(found).contains(each.subject()))
                .orElseThrow(Refusal::notFound);
        return new Opened(
                row(stored, units(List.of(stored)), locale), views.show(stored, names.known(stored.data()), locale));
    }

    private Map<UUID, String> units(List<StoredRecord> all) {
        return agencies.names(all.stream()
                .map(StoredRecord::agency)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
    }

    private Row row(StoredRecord stored, Map<UUID, String> units, Locale locale) {
        return new Row(
                stored.id(),
                stored.form(),
                versions.find(stored.form(), stored.version())
                        .map(form -> form.title().in(locale))
                        .orElse(stored.form()),
                words.moment(stored.at(), locale),
                stored.agency() == null ? "" : units.getOrDefault(stored.agency(), ""));
    }

    /** The latest first; of restricted ones only those the reader may open. */
    List<File> files(CaseView found, Locale locale) {
        List<Attachment> all = attachments.list(found.id()).stream()
                .filter(file -> file.sealedClass().equals("open") || attachments.mayRead(file))
                .sorted(Comparator.comparing(Attachment::at).reversed())
                .toList();
        // A file that came with the report has no officer: who brought it is who reported.
        Map<UUID, String> units = agencies.unitsOf(
                all.stream().map(Attachment::officer).distinct().toList());
        return all.stream().map(file -> file(file, units, locale)).toList();
    }

    private File file(Attachment file, Map<UUID, String> units, Locale locale) {
        return new File(
                file.id(),
                words.say("attachment.kind." + file.kind(), locale),
                file.extension(),
                Math.max(1, file.size() / 1024),
                words.moment(file.at(), locale),
                units.getOrDefault(file.officer(), ""),
                attachments.mayRead(file));
    }
}

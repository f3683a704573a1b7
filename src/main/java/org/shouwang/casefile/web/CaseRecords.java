package org.shouwang.casefile.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actors;
import org.shouwang.access.Agencies;
import org.shouwang.access.Sight;
import org.shouwang.attachment.Attachment;
import org.shouwang.attachment.Attachments;
import org.shouwang.attachment.FileLinks;
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

    private final Records records;
    private final CaseReports reports;
    private final RecordViews views;
    private final FormVersions versions;
    private final FormNames names;
    private final Attachments attachments;
    private final FileLinks links;
    private final Agencies agencies;
    private final Access access;
    private final Actors actors;
    private final Words words;

    CaseRecords(
            Records records,
            CaseReports reports,
            RecordViews views,
            FormVersions versions,
            FormNames names,
            Attachments attachments,
            FileLinks links,
            Agencies agencies,
            Access access,
            Actors actors,
            Words words) {
        this.records = records;
        this.reports = reports;
        this.views = views;
        this.versions = versions;
        this.names = names;
        this.attachments = attachments;
        this.links = links;
        this.agencies = agencies;
        this.access = access;
        this.actors = actors;
        this.words = words;
    }

    /** @param unit who made it; empty for the report, whose maker is kept apart */
    record Row(UUID id, String form, String title, String at, String unit) {}

    /** @param whole whether the reader sees every answer */
    record Opened(Row row, RecordView view, boolean whole) {}

    /**
     * @param kind in words
     * @param unit that brought it; empty for what came with the report
     * @param link where the reader may open it, null where that is not allowed
     */
    record File(
            UUID id,
            String kind,
            String type,
            long kilobytes,
            String at,
            String unit,
            @Nullable String link) {}

    /** Those the reader may open, the latest first. */
    List<Row> of(CaseView found, Locale locale) {
        List<Records.Head> all = heads(found);
        Map<UUID, String> units = units(all.stream().map(Records.Head::agency));
        return all.stream()
                .map(head -> row(head.id(), head.form(), head.version(), head.agency(), head.at(), units, locale))
                .toList();
    }

    /** Which records of the case the reader may open, for what leads to them. */
    Set<UUID> opening(CaseView found) {
        return heads(found).stream().map(Records.Head::id).collect(Collectors.toSet());
    }

    private List<Records.Head> heads(CaseView found) {
        Sight sight = sight(found);
        List<UUID> subjects =
                Stream.concat(Stream.of(found.id()), reports.of(found).stream()).toList();
        return records.heads(subjects).stream()
                .filter(head -> sight.reads(head.form(), head.officer()))
                .toList();
    }

    /** @throws Refusal 404 where it is not of this case or its form is not for this reader */
    Opened open(CaseView found, UUID record, Locale locale) {
        Sight sight = sight(found);
        StoredRecord stored = records.find(record, sight::sees)
                .filter(each ->
                        each.subject().equals(found.id()) || reports.of(found).contains(each.subject()))
                .filter(each -> sight.reads(each.form(), each.officer()))
                .orElseThrow(Refusal::notFound);
        return new Opened(
                row(
                        stored.id(),
                        stored.form(),
                        stored.version(),
                        stored.agency(),
                        stored.at(),
                        units(Stream.ofNullable(stored.agency())),
                        locale),
                views.show(stored, names.known(stored.data()), locale),
                stored.withheld().isEmpty());
    }

    /** What the reader reads of them: the matrix says it by form and field. */
    private Sight sight(CaseView found) {
        return access.sight(actors.current(), found.subject());
    }

    private Map<UUID, String> units(Stream<@Nullable UUID> ids) {
        return agencies.names(ids.filter(Objects::nonNull).distinct().toList());
    }

    private Row row(
            UUID id,
            String form,
            int version,
            @Nullable UUID agency,
            Instant at,
            Map<UUID, String> units,
            Locale locale) {
        String title = versions.find(form, version)
                .map(kept -> kept.title().in(locale))
                .orElse(form);
        return new Row(id, form, title, words.moment(at, locale), agency == null ? "" : units.getOrDefault(agency, ""));
    }

    /** The latest first; of restricted ones only those the reader may open. */
    List<File> files(CaseView found, Locale locale) {
        List<Attachment> kept = attachments.list(found.id());
        Set<UUID> readable = attachments.readable(kept);
        List<Attachment> all = kept.stream()
                .filter(file -> file.sealedClass().equals("open") || readable.contains(file.id()))
                .sorted(Comparator.comparing(Attachment::at).reversed())
                .toList();
        // A file that came with the report has no officer: who brought it is who reported.
        Map<UUID, String> units = agencies.unitsOf(
                all.stream().map(Attachment::officer).distinct().toList());
        return all.stream()
                .map(file -> file(file, readable.contains(file.id()), units, locale))
                .toList();
    }

    private File file(Attachment file, boolean readable, Map<UUID, String> units, Locale locale) {
        return new File(
                file.id(),
                words.say("attachment.kind." + file.kind(), locale),
                file.extension(),
                Math.max(1, file.size() / 1024),
                words.moment(file.at(), locale),
                units.getOrDefault(file.officer(), ""),
                readable ? links.to(file.id().toString()) : null);
    }
}

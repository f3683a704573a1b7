package org.shouwang.document;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Agencies;
import org.shouwang.access.Division;
import org.shouwang.access.Divisions;
import org.shouwang.access.Post;
import org.shouwang.casefile.CaseView;
import org.shouwang.workflow.FormNames;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.form.RecordView;
import org.shouwang.workflow.form.RecordViews;
import org.shouwang.workflow.form.StoredRecord;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words that go into a template: what the reader sees of the record, the case's head, and the day. */
@Component
class DocumentWords {

    private final RecordViews views;
    private final FormNames names;
    private final Agencies agencies;
    private final Divisions divisions;
    private final Catalogues catalogues;
    private final MessageSource messages;
    private final Clock clock;

    DocumentWords(
            RecordViews views,
            FormNames names,
            Agencies agencies,
            Divisions divisions,
            Catalogues catalogues,
            MessageSource messages,
            Clock clock) {
        this.views = views;
        this.names = names;
        this.agencies = agencies;
        this.divisions = divisions;
        this.catalogues = catalogues;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param later what became of it since */
    Template.Filled of(CaseView file, StoredRecord stored, String later, Actor by, Locale locale) {
        Map<String, String> words = new HashMap<>(head(file, stored, by, locale));
        words.put("record.later", later);
        Map<String, List<Map<String, String>>> rows = new HashMap<>();
        for (RecordView.Part part :
                views.show(stored, names.known(stored.data()), locale).parts()) {
            part.lines().forEach(line -> words.put(line.field(), said(line, locale)));
            part.lines().forEach(line -> rows.put(line.field(), inner(line, locale)));
        }
        return new Template.Filled(words, rows);
    }

    private List<Map<String, String>> inner(RecordView.Line group, Locale locale) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<RecordView.Line> row : group.rows()) {
            Map<String, String> words = new HashMap<>();
            row.forEach(line -> words.put(group.field() + "." + line.field(), said(line, locale)));
            rows.add(words);
        }
        return rows;
    }

    private String said(RecordView.Line line, Locale locale) {
        if (line.withheld()) {
            return messages.getMessage("document.withheld", null, locale);
        }
        return line.files().isEmpty()
                ? line.text()
                : String.join(
                        "、", line.files().stream().map(RecordView.File::text).toList());
    }

    private Map<String, String> head(CaseView file, StoredRecord stored, Actor by, Locale locale) {
        return Map.of(
                "case.number", file.number(),
                "case.name", file.title(),
                "case.grade", catalogues.current().codes().name("GRADE", file.grade(), locale),
                "case.place", place(file.division()),
                "record.unit", unit(stored.agency()),
                "record.day", day(LocalDate.ofInstant(stored.at(), clock.getZone()), locale),
                "today", day(LocalDate.now(clock), locale),
                "unit", by.mainPost().map(Post::agencyName).orElse(""));
    }

    private String place(String division) {
        List<String> upwards =
                divisions.upwards(division).stream().map(Division::name).toList();
        return upwards.size() < 2 ? String.join("", upwards) : upwards.get(1) + upwards.get(0);
    }

    private String unit(@Nullable UUID agency) {
        return agency == null ? "" : agencies.names(List.of(agency)).getOrDefault(agency, "");
    }

    private static String day(LocalDate day, Locale locale) {
        String pattern = locale.getLanguage().equals("en") ? "d MMMM yyyy" : "yyyy年M月d日";
        return DateTimeFormatter.ofPattern(pattern, locale).format(day);
    }
}

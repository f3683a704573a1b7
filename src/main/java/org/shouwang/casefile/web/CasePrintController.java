package org.shouwang.casefile.web;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Agencies;
import org.shouwang.access.Requires;
import org.shouwang.access.Sight;
import org.shouwang.casefile.CaseReports;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.web.Costly;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.FormNames;
import org.shouwang.workflow.form.Known;
import org.shouwang.workflow.form.RecordView;
import org.shouwang.workflow.form.RecordViews;
import org.shouwang.workflow.form.Records;
import org.shouwang.workflow.form.StoredRecord;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The case file to print, from first to last: what its reader may see of it, and who printed it when on every sheet. */
@Controller
class CasePrintController {

    private final Cases cases;
    private final CaseHeads heads;
    private final CasePersons people;
    private final Records records;
    private final CaseReports reports;
    private final RecordViews views;
    private final FormNames names;
    private final Agencies agencies;
    private final Access access;
    private final Actors actors;
    private final Words words;

    CasePrintController(
            Cases cases,
            CaseHeads heads,
            CasePersons people,
            Records records,
            CaseReports reports,
            RecordViews views,
            FormNames names,
            Agencies agencies,
            Access access,
            Actors actors,
            Words words) {
        this.cases = cases;
        this.heads = heads;
        this.people = people;
        this.records = records;
        this.reports = reports;
        this.views = views;
        this.names = names;
        this.agencies = agencies;
        this.access = access;
        this.actors = actors;
        this.words = words;
    }

    record Sheet(String at, String unit, RecordView view) {}

    @GetMapping("/cases/{id}/print")
    @Requires("case.read")
    @Costly
    String print(@PathVariable UUID id, Model model, Locale locale) {
        Actor actor = actors.current();
        CaseView found = cases.read(id, "print", actor);
        if (found.sealed()) {
            throw Refusal.notFound();
        }
        model.addAttribute("head", heads.of(found, locale));
        model.addAttribute("people", people.of(found, heads.detail(found), locale));
        model.addAttribute("grades", people.grades(found));
        model.addAttribute("sheets", sheets(found, actor, locale));
        return "casefile/print";
    }

    /** The oldest first, in one query a report and one for all the names in them. */
    private List<Sheet> sheets(CaseView found, Actor actor, Locale locale) {
        Sight sight = access.sight(actor, found.subject());
        List<StoredRecord> all = Stream.concat(Stream.of(found.id()), reports.of(found).stream())
                .flatMap(subject -> records.of(subject, sight::sees).stream())
                .filter(stored -> sight.reads(stored.form(), stored.officer()))
                .sorted(Comparator.comparing(StoredRecord::at))
                .toList();
        ArrayNode answers = JsonNodeFactory.instance.arrayNode();
        all.forEach(stored -> answers.add(stored.data()));
        Known known = names.known(answers);
        Map<UUID, String> units = agencies.names(all.stream()
                .map(StoredRecord::agency)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return all.stream()
                .map(stored -> new Sheet(
                        words.moment(stored.at(), locale),
                        stored.agency() == null ? "" : units.getOrDefault(stored.agency(), ""),
                        views.show(stored, known, locale)))
                .toList();
    }
}

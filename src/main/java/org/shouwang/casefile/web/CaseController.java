package org.shouwang.casefile.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.casefile.RecordPapers;
import org.shouwang.journal.Past;
import org.shouwang.web.Crumb;
import org.shouwang.workflow.Courses;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The pages of one case. That a part of it was read goes into the journal. */
@Controller
class CaseController {

    private static final int RECENT = 8;
    private static final int PAGE = 40;

    private final Cases cases;
    private final CaseHeads heads;
    private final StageStrip stages;
    private final CaseWork work;
    private final CaseDiary diary;
    private final CasePersons people;
    private final CaseRecords records;
    private final CaseMeasures measures;
    private final CaseTrends trends;
    private final Catalogues catalogues;
    private final RecordPapers papers;
    private final Actors actors;
    private final Words words;

    CaseController(
            Cases cases,
            CaseHeads heads,
            StageStrip stages,
            CaseWork work,
            CaseDiary diary,
            CasePersons people,
            CaseRecords records,
            CaseMeasures measures,
            CaseTrends trends,
            Catalogues catalogues,
            RecordPapers papers,
            Actors actors,
            Words words) {
        this.cases = cases;
        this.heads = heads;
        this.stages = stages;
        this.work = work;
        this.diary = diary;
        this.people = people;
        this.records = records;
        this.measures = measures;
        this.trends = trends;
        this.catalogues = catalogues;
        this.papers = papers;
        this.actors = actors;
        this.words = words;
    }

    @GetMapping("/cases/{id}")
    @Requires("case.read")
    String overview(@PathVariable UUID id, Model model, Locale locale) {
        Actor actor = actors.current();
        CaseView found = head(id, "overview", model, locale);
        List<InboxTask> tasks = work.tasks(found);
        Optional<Courses.Course> main = CaseWork.main(work.courses(found));
        model.addAttribute("stagesName", stages.name(locale));
        model.addAttribute("stages", stages.of(found, tasks, heads.detail(found), locale));
        model.addAttribute("now", main.map(course -> course.steps("now")).orElse(List.of()));
        model.addAttribute("next", main.map(course -> course.steps("next")).orElse(List.of()));
        model.addAttribute("tasks", work.open(tasks, found, actor, locale));
        model.addAttribute("clocks", work.clocks(found, tasks, locale));
        model.addAttribute("people", people.of(found, heads.detail(found), locale));
        model.addAttribute("trend", trends.of(found, locale));
        model.addAttribute("diary", diary.of(found, tasks, actor, Past.NOW, null, RECENT, locale));
        return "casefile/overview";
    }

    @GetMapping("/cases/{id}/timeline")
    @Requires("case.read")
    String timeline(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(defaultValue = "" + Past.NOW) long before,
            Model model,
            Locale locale) {
        CaseView found = head(id, "timeline", model, locale);
        model.addAttribute("stage", stage == null ? "" : stage);
        model.addAttribute("stages", catalogues.current().codes().get("STAGE").items());
        model.addAttribute("english", locale.getLanguage().equals("en"));
        model.addAttribute("diary", diary.of(found, work.tasks(found), actors.current(), before, stage, PAGE, locale));
        return "casefile/timeline";
    }

    @GetMapping("/cases/{id}/records")
    @Requires("case.read")
    String records(@PathVariable UUID id, Model model, Locale locale) {
        CaseView found = head(id, "records", model, locale);
        model.addAttribute("records", records.of(found, locale));
        return "casefile/records";
    }

    @GetMapping("/cases/{id}/records/{record}")
    @Requires("case.read")
    String record(@PathVariable UUID id, @PathVariable UUID record, Model model, Locale locale) {
        CaseView found = head(id, "record", model, locale);
        CaseRecords.Opened opened = records.open(found, record, locale);
        model.addAttribute("opened", opened);
        model.addAttribute("papers", papers.of(opened.row().form(), locale));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(words.say("nav.cases", locale), "/cases"),
                        new Crumb(found.title(), "/cases/" + id),
                        new Crumb(words.say("case.tab.records", locale), "/cases/" + id + "/records"),
                        Crumb.here(opened.row().title())));
        return "casefile/record";
    }

    @GetMapping("/cases/{id}/people")
    @Requires("case.read")
    String people(@PathVariable UUID id, Model model, Locale locale) {
        CaseView found = head(id, "people", model, locale);
        model.addAttribute("people", people.of(found, heads.detail(found), locale));
        model.addAttribute("grades", people.grades(found));
        return "casefile/people";
    }

    @GetMapping("/cases/{id}/services")
    @Requires("case.read")
    String services(@PathVariable UUID id, Model model, Locale locale) {
        CaseView found = head(id, "services", model, locale);
        model.addAttribute("parts", measures.of(found, heads.detail(found), locale));
        return "casefile/services";
    }

    @GetMapping("/cases/{id}/files")
    @Requires("case.read")
    String files(@PathVariable UUID id, Model model, Locale locale) {
        CaseView found = head(id, "files", model, locale);
        model.addAttribute("files", records.files(found, locale));
        return "casefile/files";
    }

    @GetMapping("/cases/{id}/process")
    @Requires("case.read")
    String process(@PathVariable UUID id, Model model, Locale locale) {
        List<Courses.Course> all = work.courses(head(id, "process", model, locale));
        Optional<Courses.Course> main = CaseWork.main(all);
        model.addAttribute("main", main.orElse(null));
        model.addAttribute("now", main.map(course -> course.steps("now")).orElse(List.of()));
        model.addAttribute("next", main.map(course -> course.steps("next")).orElse(List.of()));
        model.addAttribute(
                "others",
                all.stream()
                        .filter(course -> main.isEmpty() || course != main.get())
                        .toList());
        return "casefile/process";
    }

    private CaseView head(UUID id, String part, Model model, Locale locale) {
        CaseView found = cases.read(id, part, actors.current());
        model.addAttribute("head", heads.of(found, locale));
        model.addAttribute("tab", part);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb(words.say("nav.cases", locale), "/cases"),
                        Crumb.here(found.number() + " " + found.title())));
        return found;
    }
}

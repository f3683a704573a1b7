package org.shouwang.casefile.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.casefile.CaseLists;
import org.shouwang.casefile.CasePage;
import org.shouwang.casefile.CaseQuery;
import org.shouwang.casefile.CaseTurns;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.journal.Past;
import org.shouwang.web.Costly;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Courses;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What the pages of cases do, for programs. */
@RestController
@RequestMapping("/api/v1/cases")
class CaseApi {

    private static final int MOST = 100;
    private static final int PAGE = 30;

    private final CaseLists lists;
    private final CaseRows rows;
    private final Cases cases;
    private final CaseTurns turns;
    private final CaseHeads heads;
    private final CaseWork work;
    private final CaseDiary diary;
    private final StageStrip stages;
    private final CasePersons people;
    private final CaseRecords records;
    private final CaseMeasures measures;
    private final CaseTrends trends;
    private final Actors actors;

    CaseApi(
            CaseLists lists,
            CaseRows rows,
            Cases cases,
            CaseTurns turns,
            CaseHeads heads,
            CaseWork work,
            CaseDiary diary,
            StageStrip stages,
            CasePersons people,
            CaseRecords records,
            CaseMeasures measures,
            CaseTrends trends,
            Actors actors) {
        this.lists = lists;
        this.rows = rows;
        this.cases = cases;
        this.turns = turns;
        this.heads = heads;
        this.work = work;
        this.diary = diary;
        this.stages = stages;
        this.people = people;
        this.records = records;
        this.measures = measures;
        this.trends = trends;
        this.actors = actors;
    }

    /** @param next where to go on, null at the end */
    record Items<T>(List<T> items, @Nullable String next) {}

    /** @param may acts the caller may do to it now */
    record Answer(
            CaseView file,
            String place,
            @Nullable String responsible,
            @Nullable String unit,
            List<String> may,
            List<CasePersons.Shown> people,
            List<CasePersons.Grade> grades,
            List<CaseMeasures.Part> parts,
            List<CaseTrends.Row> trend) {}

    record Why(@Nullable String reason) {

        String text() {
            return reason == null ? "" : reason;
        }
    }

    /** What is searched for; a name goes into a body, never into an address. */
    record Question(
            @Nullable String q,
            @Nullable String state,
            @Nullable String grade,
            @Nullable String stage,
            @Nullable String division,
            @Nullable String after,
            @Nullable Integer limit) {}

    @Requires("case.list")
    @Costly
    @GetMapping(params = "!q")
    Items<CaseRows.Row> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            Locale locale) {
        return search(new Question(null, state, grade, stage, division, after, limit), locale);
    }

    @Requires("case.list")
    @Costly
    @PostMapping("/search")
    Items<CaseRows.Row> search(@RequestBody Question question, Locale locale) {
        CaseQuery asked = CaseQuestions.of(
                or(question.q(), ""),
                or(question.state(), "open"),
                or(question.grade(), ""),
                or(question.stage(), ""),
                or(question.division(), ""));
        int limit = question.limit() == null ? PAGE : checked(question.limit());
        CasePage page = lists.page(asked, actors.current(), question.after(), limit);
        return new Items<>(rows.of(page.items(), locale), page.next());
    }

    private static String or(@Nullable String said, String otherwise) {
        return said == null ? otherwise : said;
    }

    @Requires("case.read")
    @GetMapping("/{id}")
    Answer one(@PathVariable UUID id, Locale locale) {
        CaseView found = cases.read(id, "overview", actors.current());
        CaseHeads.Head head = heads.of(found, locale);
        return new Answer(
                found,
                head.place(),
                head.responsible(),
                head.unit(),
                head.may(),
                people.of(found, head.detail(), locale),
                people.grades(found),
                measures.of(found, head.detail(), locale),
                trends.of(found, locale).rows());
    }

    /** The latest first. */
    @Requires("case.read")
    @GetMapping("/{id}/journal")
    Items<CaseDiary.Day> journal(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(defaultValue = "" + Past.NOW) long after,
            @RequestParam(defaultValue = "30") int limit,
            Locale locale) {
        Actor actor = actors.current();
        CaseView found = cases.read(id, "timeline", actor);
        CaseDiary.Diary told = diary.of(found, work.tasks(found), actor, after, stage, checked(limit), locale);
        return new Items<>(told.days(), told.next() == null ? null : String.valueOf(told.next()));
    }

    @Requires("case.read")
    @GetMapping("/{id}/records")
    Items<CaseRecords.Row> records(@PathVariable UUID id, Locale locale) {
        return new Items<>(records.of(cases.read(id, "records", actors.current()), locale), null);
    }

    @Requires("case.read")
    @GetMapping("/{id}/records/{record}")
    CaseRecords.Opened record(@PathVariable UUID id, @PathVariable UUID record, Locale locale) {
        CaseView found = cases.read(id, "record", actors.current());
        return records.open(found, record, locale);
    }

    /** The latest first; what may be opened is under {@code /api/v1/attachments}. */
    @Requires("case.read")
    @GetMapping("/{id}/files")
    Items<CaseRecords.File> files(@PathVariable UUID id, Locale locale) {
        return new Items<>(records.files(cases.read(id, "files", actors.current()), locale), null);
    }

    @Requires("case.read")
    @GetMapping("/{id}/clocks")
    Items<CaseWork.RunningClock> clocks(@PathVariable UUID id, Locale locale) {
        CaseView found = cases.read(id, "clocks", actors.current());
        return new Items<>(work.clocks(found, work.tasks(found), locale), null);
    }

    /** How the case went through the linked stages, in the order it came to them. */
    @Requires("case.read")
    @GetMapping("/{id}/stages")
    Items<StageStrip.Time> stages(@PathVariable UUID id, Locale locale) {
        CaseView found = cases.read(id, "stages", actors.current());
        return new Items<>(stages.times(found, heads.detail(found), locale), null);
    }

    /** Where the case stands: every run of a process, in words and as positions of its drawing. */
    @Requires("case.read")
    @GetMapping("/{id}/process")
    Items<Courses.Course> process(@PathVariable UUID id) {
        return new Items<>(work.courses(cases.read(id, "process", actors.current())), null);
    }

    @Requires("case.reopen")
    @PostMapping("/{id}/reopen")
    ResponseEntity<Map<String, UUID>> reopen(@PathVariable UUID id, @RequestBody Why why) {
        turns.reopen(id, why.text(), actors.current());
        return ResponseEntity.ok(Map.of("id", id));
    }

    @Requires("case.review")
    @PostMapping("/{id}/review")
    ResponseEntity<Map<String, UUID>> review(@PathVariable UUID id, @RequestBody Why why) {
        turns.review(id, why.text(), actors.current());
        return ResponseEntity.ok(Map.of("id", id));
    }

    @Requires("case.new-harm")
    @PostMapping("/{id}/new-harm")
    ResponseEntity<Map<String, UUID>> newHarm(@PathVariable UUID id, @RequestBody Why why) {
        turns.newHarm(id, why.text(), actors.current());
        return ResponseEntity.ok(Map.of("id", id));
    }

    @Requires("case.restrict")
    @PostMapping("/{id}/restrict")
    ResponseEntity<Map<String, UUID>> restrict(@PathVariable UUID id, @RequestBody Why why) {
        turns.restrict(id, why.text(), actors.current());
        return ResponseEntity.ok(Map.of("id", id));
    }

    @Requires("case.lift")
    @PostMapping("/{id}/lift")
    ResponseEntity<Map<String, UUID>> lift(@PathVariable UUID id, @RequestBody Why why) {
        turns.proposeLift(id, why.text(), actors.current());
        return ResponseEntity.ok(Map.of("id", id));
    }

    @Requires("case.lift-confirm")
    @PostMapping("/{id}/lift-confirm")
    ResponseEntity<Map<String, UUID>> confirmLift(@PathVariable UUID id, @RequestBody Why why) {
        turns.confirmLift(id, why.text(), actors.current());
        return ResponseEntity.ok(Map.of("id", id));
    }

    @Requires("case.lift-confirm")
    @PostMapping("/{id}/lift-refuse")
    ResponseEntity<Map<String, UUID>> refuseLift(@PathVariable UUID id, @RequestBody Why why) {
        turns.refuseLift(id, why.text(), actors.current());
        return ResponseEntity.ok(Map.of("id", id));
    }

    private static int checked(int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.malformed("bad-limit", MOST);
        }
        return limit;
    }
}

package org.shouwang.workflow.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Tasks;
import org.shouwang.workflow.clock.ClockView;
import org.shouwang.workflow.clock.Clocks;
import org.shouwang.workflow.form.Field;
import org.shouwang.workflow.form.Form;
import org.shouwang.workflow.form.FormInput;
import org.shouwang.workflow.inbox.InboxPage;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The inbox and its tasks for programs; every call is the page's own service. */
@RestController
@RequestMapping("/api/v1/tasks")
class TaskApi {

    private static final int MOST = 100;

    private final Tasks tasks;
    private final Clocks clocks;
    private final Actors actors;

    TaskApi(Tasks tasks, Clocks clocks, Actors actors) {
        this.tasks = tasks;
        this.clocks = clocks;
        this.actors = actors;
    }

    /**
     * A row of the inbox.
     *
     * @param caseId null while it is about a report
     * @param caseNo null while it is about a report
     * @param about whom it is about
     * @param due the first moment that is too late, null where nothing has a number
     * @param clock key of the clock that ends first, null without one
     */
    record Row(
            String id,
            String form,
            String title,
            UUID subjectId,
            String subjectKind,
            String number,
            @Nullable UUID caseId,
            @Nullable String caseNo,
            String about,
            @Nullable String grade,
            @Nullable Instant due,
            @Nullable String clock,
            boolean external,
            String division,
            String process,
            String task,
            @Nullable UUID assignee) {

        static Row of(InboxTask task, @Nullable ClockView clock) {
            boolean ofCase = task.subjectKind().equals("case");
            return new Row(
                    task.id(),
                    task.form(),
                    task.name(),
                    task.subjectId(),
                    task.subjectKind(),
                    task.number(),
                    ofCase ? task.subjectId() : null,
                    ofCase ? task.number() : null,
                    task.title(),
                    task.grade(),
                    task.dueAt(),
                    clock == null ? null : clock.source().key(),
                    task.external(),
                    task.division(),
                    task.process(),
                    task.taskKey(),
                    task.assignee());
        }
    }

    record Page(List<Row> items, @Nullable String next) {}

    record Whole(
            Row task,
            int formVersion,
            JsonNode schema,
            ObjectNode data,
            @Nullable Instant savedAt) {}

    record Saved(Instant savedAt) {}

    record Done(UUID record) {}

    record To(UUID officer) {}

    @GetMapping
    @Requires("inbox.read")
    Page page(
            @RequestParam(defaultValue = "mine") String box,
            @RequestParam(required = false) @Nullable String grade,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "30") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.malformed("bad-limit", MOST);
        }
        InboxPage page = tasks.page(actors.current(), Boxes.named(box), grade, after, limit);
        return new Page(rows(page.items()), page.next());
    }

    private List<Row> rows(List<InboxTask> found) {
        Map<String, List<ClockView>> running =
                clocks.ofTasks(found.stream().map(InboxTask::id).toList());
        return found.stream()
                .map(task -> Row.of(
                        task,
                        running.getOrDefault(task.id(), List.of()).stream()
                                .findFirst()
                                .orElse(null)))
                .toList();
    }

    @GetMapping("/{id}")
    @Requires("task.work")
    Whole one(@PathVariable String id) {
        Tasks.Opened opened = tasks.open(id, actors.current());
        Form form = opened.form();
        return new Whole(
                rows(List.of(opened.task())).get(0), form.version(), form.source(), opened.data(), opened.savedAt());
    }

    @PostMapping("/{id}/claim")
    @Requires("task.work")
    Row claim(@PathVariable String id) {
        Actor actor = actors.current();
        tasks.claim(id, actor);
        return rows(List.of(tasks.open(id, actor).task())).get(0);
    }

    @PostMapping("/{id}/release")
    @Requires("task.work")
    void release(@PathVariable String id) {
        tasks.release(id, actors.current());
    }

    @PostMapping("/{id}/reassign")
    @Requires("task.work")
    void reassign(@PathVariable String id, @RequestBody To to) {
        tasks.reassign(id, to.officer(), actors.current());
    }

    /** Takes over the named fields only; {@code null} removes one. */
    @PostMapping("/{id}/draft")
    @Requires("task.work")
    Saved draft(@PathVariable String id, @RequestBody ObjectNode part) {
        Actor actor = actors.current();
        Form form = tasks.open(id, actor).form();
        part.propertyNames().forEach(name -> requireKnown(form, name));
        return new Saved(tasks.draft(id, part, actor));
    }

    private static void requireKnown(Form form, String name) {
        if (form.fields().stream().map(Field::name).noneMatch(name::equals)) {
            throw Refusal.invalid(List.of(FieldProblem.at(name, "unknown-field")));
        }
    }

    /** @param version of the form the answers are for; without it, the one in force */
    @PostMapping("/{id}/complete")
    @Requires("task.work")
    Done complete(
            @PathVariable String id,
            @RequestBody JsonNode answers,
            @RequestHeader(name = "Form-Version", required = false) @Nullable Integer version) {
        Actor actor = actors.current();
        Form form = tasks.open(id, actor).form();
        ObjectNode data = FormInput.of(form, answers, JsonNodeFactory.instance.objectNode())
                .data();
        return new Done(tasks.complete(id, version == null ? form.version() : version, data, actor)
                .record());
    }
}

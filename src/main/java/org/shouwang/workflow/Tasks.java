package org.shouwang.workflow;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Post;
import org.shouwang.attachment.Attachments;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.engine.EngineRoom;
import org.shouwang.workflow.form.Drafts;
import org.shouwang.workflow.form.Form;
import org.shouwang.workflow.form.FormBook;
import org.shouwang.workflow.form.NewRecord;
import org.shouwang.workflow.form.Records;
import org.shouwang.workflow.inbox.Box;
import org.shouwang.workflow.inbox.Claims;
import org.shouwang.workflow.inbox.EventClocks;
import org.shouwang.workflow.inbox.InboxLists;
import org.shouwang.workflow.inbox.InboxPage;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The one way to work on a task of any process: see it, take it, type, complete it. */
@Service
@Transactional
public class Tasks {

    private final Claims claims;
    private final InboxLists lists;
    private final FormBook forms;
    private final Drafts drafts;
    private final Records records;
    private final EventClocks eventClocks;
    private final EngineRoom engine;
    private final Attachments attachments;
    private final Journal journal;
    private final WorkNotices workNotices;
    private final Clock clock;
    private final ObjectProvider<RecordHandler> handlers;
    private final ObjectProvider<Prefill> prefills;

    Tasks(
            Claims claims,
            InboxLists lists,
            FormBook forms,
            Drafts drafts,
            Records records,
            EventClocks eventClocks,
            EngineRoom engine,
            Attachments attachments,
            Journal journal,
            WorkNotices workNotices,
            Clock clock,
            ObjectProvider<RecordHandler> handlers,
            ObjectProvider<Prefill> prefills) {
        this.claims = claims;
        this.lists = lists;
        this.forms = forms;
        this.drafts = drafts;
        this.records = records;
        this.eventClocks = eventClocks;
        this.engine = engine;
        this.attachments = attachments;
        this.journal = journal;
        this.workNotices = workNotices;
        this.clock = clock;
        this.handlers = handlers;
        this.prefills = prefills;
    }

    /**
     * One page of a box, due first.
     *
     * @param grade {@code GRADE} of the cases to show, null for all
     */
    @Transactional(readOnly = true)
    public InboxPage page(Actor actor, Box box, @Nullable String grade, @Nullable String after, int limit) {
        return lists.page(actor, box, grade, after, limit);
    }

    @Transactional(readOnly = true)
    public int count(Actor actor, Box box) {
        return lists.count(actor, box);
    }

    @Transactional(readOnly = true)
    public List<InboxTask> doneToday(Actor actor) {
        return lists.doneToday(actor);
    }

    /**
     * A task as somebody sees it who may.
     *
     * @param data the draft, or what the system knows already
     * @param savedAt when the draft was last saved, null without one
     */
    public record Opened(
            InboxTask task,
            Form form,
            ObjectNode data,
            @Nullable Instant savedAt) {}

    /** @throws Refusal 404 when it is not there or not within reach */
    public Opened open(String task, Actor actor) {
        InboxTask found = claims.visible(task, actor);
        Form form = forms.get(found.form());
        Optional<Drafts.Draft> draft = drafts.find(task, actor.officer().id());
        journal.append(event("task.read", found, actor, claims.asDeputy(found, actor)));
        return draft.map(saved -> new Opened(found, form, saved.data(), saved.updatedAt()))
                .orElseGet(() -> new Opened(found, form, known(found), null));
    }

    private ObjectNode known(InboxTask task) {
        return prefills.stream()
                .filter(prefill -> prefill.form().equals(task.form()))
                .findFirst()
                .map(prefill -> prefill.prefill(task.subjectId()))
                .orElseGet(JsonNodeFactory.instance::objectNode);
    }

    public void claim(String task, Actor actor) {
        claims.claim(task, actor);
    }

    public void release(String task, Actor actor) {
        claims.release(task, actor);
    }

    public void reassign(String task, UUID to, Actor by) {
        claims.reassign(task, to, by);
        workNotices.handed(task, claims.visible(task, by).subjectId(), to);
    }

    /** Who else could have this task, for whoever may hand it over. */
    @Transactional(readOnly = true)
    public List<Actor> fitting(String task, Actor by) {
        return claims.fitting(task, by);
    }

    /** Saves part of what somebody is typing; {@code null} removes a field. */
    public Instant draft(String task, ObjectNode part, Actor actor) {
        InboxTask found = claims.lockForWork(task, actor);
        return drafts.merge(draftOf(found, actor), part);
    }

    /** Keeps everything typed, as when it was refused. */
    public Instant keep(String task, ObjectNode data, Actor actor) {
        return drafts.save(draftOf(claims.visible(task, actor), actor), data);
    }

    private Drafts.Of draftOf(InboxTask task, Actor actor) {
        return new Drafts.Of(
                task.id(), actor.officer().id(), forms.get(task.form()), task.division(), task.sealedClass());
    }

    /** What completing led to. */
    public record Completed(UUID record, InboxTask task) {}

    /**
     * Completes a task: record, facts, journal and the process's next step in one transaction.
     *
     * @param version of the form the answers were given to
     * @throws Refusal 422 naming every wrong field; 409 when somebody was faster; 403 when four eyes forbid it
     */
    public Completed complete(String task, int version, ObjectNode data, Actor actor) {
        InboxTask found = claims.lockForWork(task, actor);
        Form form = forms.get(found.form());
        Filing.check(form, version, data, ZonedDateTime.now(clock));
        attachments.keep(files(form, data), form.key(), found.subject());
        UUID record = records.store(new NewRecord(
                found.subjectId(),
                task,
                form,
                data,
                found.division(),
                found.sealedClass(),
                actor.officer().id(),
                agency(actor),
                clock.instant()));
        Map<String, Object> variables = new HashMap<>(form.variables(data));
        variables.putAll(handle(new Completion(
                record,
                found.subjectId(),
                found.taskKey(),
                found.instanceId(),
                found.form(),
                data,
                actor,
                clock.instant())));
        eventClocks.recorded(found.subjectId(), form.key(), data);
        Map<String, String> deputy = claims.asDeputy(found, actor);
        claims.done(found, actor);
        drafts.drop(task);
        Map<String, String> done = new HashMap<>(deputy);
        done.put("record", record.toString());
        journal.append(event("task.done", found, actor, done));
        engine.complete(task, variables);
        return new Completed(record, found);
    }

    /** Each module that has facts in the form takes over its own. */
    private Map<String, Object> handle(Completion completion) {
        Map<String, Object> variables = new HashMap<>();
        handlers.stream()
                .filter(handler -> handler.form().equals(completion.form()))
                .forEach(handler -> variables.putAll(handler.handle(completion)));
        return variables;
    }

    private static Collection<UUID> files(Form form, JsonNode data) {
        return form.fields().stream()
                .filter(field -> field.widget().key().equals("file"))
                .flatMap(field -> data.path(field.name()).valueStream())
                .map(id -> UUID.fromString(id.asString()))
                .collect(Collectors.toMap(Function.identity(), Function.identity(), (first, again) -> first))
                .keySet();
    }

    private static @Nullable UUID agency(Actor actor) {
        return actor.mainPost().map(Post::agency).orElse(null);
    }

    private static Event event(String act, InboxTask task, Actor by, Map<String, String> details) {
        Map<String, String> all = new HashMap<>(details);
        all.put("task", task.taskKey());
        return new Event(act, task.subjectId(), by.officer().id(), agency(by), task.stage(), task.id(), all);
    }
}

package org.shouwang.workflow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Post;
import org.shouwang.access.Subject;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.engine.StartableProcesses;
import org.shouwang.workflow.inbox.Claims;
import org.shouwang.workflow.inbox.InboxTask;
import org.shouwang.workflow.inbox.SubjectTasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a person may set going beside a subject's main process: whatever file under {@code processes/bpmn} says that it is
 * startable and whose first form the matrix lets this person begin with ({@code process.start}).
 */
@Service
@Transactional
public class Startables {

    private static final String ACT = "process.start";

    private final StartableProcesses processes;
    private final Workflow workflow;
    private final SubjectTasks tasks;
    private final Claims claims;
    private final Access access;
    private final Journal journal;

    Startables(
            StartableProcesses processes,
            Workflow workflow,
            SubjectTasks tasks,
            Claims claims,
            Access access,
            Journal journal) {
        this.processes = processes;
        this.workflow = workflow;
        this.tasks = tasks;
        this.claims = claims;
        this.access = access;
        this.journal = journal;
    }

    /** Those this actor may begin now; what runs for the subject already is not begun twice, unless it says so. */
    @Transactional(readOnly = true)
    public List<Startable> of(Subject subject, Actor actor) {
        List<Startable> allowed = processes.about(subject.kind()).stream()
                .filter(each -> access.may(actor, ACT, subject, each.form()))
                .toList();
        List<String> running = allowed.isEmpty() ? List.of() : workflow.running(subject.id());
        return allowed.stream()
                .filter(each -> each.several() || !running.contains(each.key()))
                .toList();
    }

    /**
     * Begins one; its first task is the actor's from the start.
     *
     * @return id of that task
     * @throws Refusal 403 when it is not for this actor, 409 when it runs already, 404 when there is no such process
     */
    public String start(String process, WorkSubject about, Subject subject, Actor actor) {
        Startable wanted = processes.about(subject.kind()).stream()
                .filter(each -> each.key().equals(process))
                .findFirst()
                .orElseThrow(Refusal::notFound);
        if (!access.may(actor, ACT, subject, wanted.form())) {
            throw Refusal.forbidden(ACT);
        }
        // Two who press at once: the second waits for the subject's row, and then sees the first one's run.
        workflow.describe(about);
        if (!wanted.several() && workflow.running(subject.id()).contains(process)) {
            throw Refusal.conflict("process-running");
        }
        journal.append(new Event(
                "process.started",
                subject.id(),
                actor.officer().id(),
                actor.mainPost().map(Post::agency).orElse(null),
                null,
                null,
                Map.of("process", process)));
        String run = workflow.start(process, about, Map.of("grade", "" + about.grade()));
        String task = first(run, subject.id());
        claims.claim(task, actor);
        return task;
    }

    private String first(String run, UUID subject) {
        return tasks.of(List.of(subject)).stream()
                .filter(task -> task.instanceId().equals(run) && task.doneAt() == null)
                .findFirst()
                .map(InboxTask::id)
                .orElseThrow();
    }
}

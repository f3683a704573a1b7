package org.shouwang.workflow.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.workflow.StageEntered;
import org.shouwang.workflow.WorkSubject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes tasks in from the engine and addresses them: role and place, the person on duty, or a person named. */
@Component
public class Inbox {

    private final InboxStore store;
    private final WorkSubjects subjects;
    private final Addressing addressing;
    private final TaskClocks clocks;
    private final Duty duty;
    private final DutyCalls calls;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Inbox(
            InboxStore store,
            WorkSubjects subjects,
            Addressing addressing,
            TaskClocks clocks,
            Duty duty,
            DutyCalls calls,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.addressing = addressing;
        this.clocks = clocks;
        this.duty = duty;
        this.calls = calls;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** A task the engine has made becomes a row, with its clocks, in the same transaction. */
    public void open(NewTask task) {
        Instant now = clock.instant();
        WorkSubject subject = subjects.find(task.subject())
                .orElseThrow(() -> new IllegalStateException("undescribed subject " + task.subject()));
        store.insert(task, now);
        if (task.assignee() == null) {
            addressing.address(task.id(), task.roles(), subject);
        } else {
            addressing.addressBehind(task.id(), task.roles(), subject);
        }
        calls.offer(task.id(), task.also(), now);
        clocks.start(task, subject, now);
        if (task.roster() != null) {
            duty.call(task.id(), task.subject(), task.roster());
        }
        if (task.stage() != null && subjects.enter(task.subject(), task.stage())) {
            events.publishEvent(new StageEntered(task.subject(), task.stage()));
        }
        journal.append(new Event(
                "task.opened", task.subject(), null, null, task.stage(), task.id(), Map.of("task", task.key())));
    }

    /** The engine dropped a task; when nobody had completed it, the process went another way. */
    public void dropped(String task) {
        if (store.cancel(task, clock.instant())) {
            store.removeCandidates(task);
            clocks.stop(task, "cancelled");
        }
    }
}

package org.shouwang.workflow.inbox;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Post;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.workflow.WorkSubject;
import org.springframework.stereotype.Component;

/** Takes tasks out of the hands of an officer who is kept off or has left: back to the others, or up. */
@Component
public class HandBack {

    private final InboxStore store;
    private final WorkSubjects subjects;
    private final Addressing addressing;
    private final DutyCalls calls;
    private final TaskClocks clocks;
    private final Journal journal;
    private final Clock clock;

    HandBack(
            InboxStore store,
            WorkSubjects subjects,
            Addressing addressing,
            DutyCalls calls,
            TaskClocks clocks,
            Journal journal,
            Clock clock) {
        this.store = store;
        this.subjects = subjects;
        this.addressing = addressing;
        this.calls = calls;
        this.clocks = clocks;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Call after a subject has become one for named persons only: what others hold of it they hold no longer, and what
     * waits for them waits for those who are named.
     *
     * @param stays whether an officer still takes part
     */
    public void others(UUID subject, Predicate<UUID> stays) {
        WorkSubject described = subjects.find(subject).orElseThrow();
        for (InboxTask task : store.lockOpen(subject)) {
            UUID holder = task.assignee();
            if (holder != null && !stays.test(holder)) {
                letGo(task, null);
                calls.forget(task.id(), holder, clock.instant());
            }
            if (holder == null || !stays.test(holder)) {
                addressing.addressAgain(task.id(), described);
            }
        }
    }

    /**
     * Call after the officer has been kept off.
     *
     * @param by who declared the conflict; null when it came with a report that joined the case
     */
    public void all(UUID subject, UUID officer, @Nullable Actor by) {
        WorkSubject described = subjects.find(subject).orElseThrow();
        for (InboxTask task : store.lockOpen(subject)) {
            boolean held = officer.equals(task.assignee());
            if (held) {
                letGo(task, by);
            }
            calls.forget(task.id(), officer, clock.instant());
            if (held || task.assignee() == null) {
                addressing.addressAgain(task.id(), described);
            }
        }
    }

    /** One task that its holder could not take any more. */
    void one(InboxTask task) {
        letGo(task, null);
        subjects.find(task.subjectId()).ifPresent(subject -> addressing.addressAgain(task.id(), subject));
    }

    private void letGo(InboxTask task, @Nullable Actor by) {
        store.assign(task.id(), null, null);
        clocks.handTo(task, null);
        journal.append(handedBack(task, by));
    }

    private static Event handedBack(InboxTask task, @Nullable Actor by) {
        UUID agency = by == null ? null : by.mainPost().map(Post::agency).orElse(null);
        UUID officer = by == null ? null : by.officer().id();
        return new Event("task.handed-back", task.subjectId(), officer, agency, task.stage(), task.id(), Map.of());
    }
}

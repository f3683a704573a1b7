package org.shouwang.workflow.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Posts;
import org.shouwang.workflow.ClockSignals;
import org.shouwang.workflow.WorkSubject;
import org.shouwang.workflow.clock.ClockBooks;
import org.shouwang.workflow.clock.ClockHolder;
import org.shouwang.workflow.clock.ClockRule;
import org.shouwang.workflow.clock.ClockStart;
import org.shouwang.workflow.clock.ClockView;
import org.shouwang.workflow.clock.Clocks;
import org.shouwang.workflow.clock.Deadline;
import org.springframework.stereotype.Component;

/** Starts the clocks that {@code clocks.yaml} ties to a task, and lets the task's row carry the earliest end. */
@Component
@ClockSignals("claimed")
class TaskClocks {

    private final Clocks clocks;
    private final ClockBooks books;
    private final Posts posts;
    private final InboxStore store;

    TaskClocks(Clocks clocks, ClockBooks books, Posts posts, InboxStore store) {
        this.clocks = clocks;
        this.books = books;
        this.posts = posts;
        this.store = store;
    }

    void start(NewTask task, WorkSubject subject, Instant now) {
        List<ClockRule> rules = books.current().startedBy("task:" + task.process() + "/" + task.key(), now);
        for (ClockRule rule : rules) {
            anchor(rule, task, now)
                    .ifPresent(anchor -> clocks.start(new ClockStart(
                            rule.key(),
                            task.subject(),
                            task.id(),
                            anchor,
                            holder(task, subject, rule),
                            subject.grade(),
                            rule.termFrom() == null ? null : task.terms().get(rule.termFrom()),
                            subject.division(),
                            subject.sealedClass())));
        }
        if (!rules.isEmpty()) {
            showDue(task.id());
        }
    }

    /** From now, or from the day the process names; where it names none, there is nothing to measure. */
    private static Optional<Instant> anchor(ClockRule rule, NewTask task, Instant now) {
        return rule.countsFrom() == null
                ? Optional.of(now)
                : Optional.ofNullable(task.days().get(rule.countsFrom()))
                        .map(day -> day.atStartOfDay(Deadline.ZONE).toInstant());
    }

    private ClockHolder holder(NewTask task, WorkSubject subject, ClockRule rule) {
        String role = task.roles().isEmpty() ? rule.actor() : task.roles().get(0);
        Optional<String> place = posts.nearest(role, subject.division());
        return new ClockHolder(role, place.orElse(subject.division()), task.assignee());
    }

    /** The row shows the end that comes first; an external organ's only when there is no other. */
    void showDue(String task) {
        List<ClockView> running = clocks.ofTasks(List.of(task)).getOrDefault(task, List.of());
        Optional<ClockView> own = running.stream()
                .filter(clock -> clock.times().due() != null && !clock.source().external())
                .findFirst();
        Optional<ClockView> any =
                running.stream().filter(clock -> clock.times().due() != null).findFirst();
        own.or(() -> any)
                .ifPresent(clock ->
                        store.setDue(task, clock.times().due(), clock.source().external()));
    }

    void handTo(InboxTask task, java.util.@Nullable UUID officer) {
        clocks.ofTasks(List.of(task.id()))
                .getOrDefault(task.id(), List.of())
                .forEach(clock -> clocks.reassign(
                        task.id(),
                        new ClockHolder(clock.holder().role(), clock.holder().division(), officer)));
    }

    /** Somebody has taken it: what waited for that waits no longer. */
    void claimed(InboxTask task) {
        clocks.stopOn(task.subjectId(), "event:claimed", "claimed");
    }

    void stop(String task, String reason) {
        clocks.stopTask(task, reason);
    }
}

package org.shouwang.workflow.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.access.Actor;
import org.shouwang.access.Agencies;
import org.shouwang.access.Divisions;
import org.shouwang.workflow.clock.ClockText;
import org.shouwang.workflow.clock.ClockView;
import org.shouwang.workflow.clock.Clocks;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.stereotype.Component;

/** Makes rows of tasks: clocks of all of them in one query, names of places in another. */
@Component
class TaskRows {

    private final Clocks clocks;
    private final ClockText text;
    private final Divisions divisions;
    private final Agencies agencies;
    private final Clock clock;

    TaskRows(Clocks clocks, ClockText text, Divisions divisions, Agencies agencies, Clock clock) {
        this.clocks = clocks;
        this.text = text;
        this.divisions = divisions;
        this.agencies = agencies;
        this.clock = clock;
    }

    List<TaskRow> of(List<InboxTask> tasks, Actor actor, Locale locale) {
        Map<String, List<ClockView>> running =
                clocks.ofTasks(tasks.stream().map(InboxTask::id).toList());
        Map<String, String> places = divisions.names(
                tasks.stream().map(InboxTask::division).collect(Collectors.toCollection(java.util.TreeSet::new)));
        Map<UUID, String> absent = absent(tasks, actor);
        List<TaskRow> rows = new ArrayList<>();
        for (InboxTask task : tasks) {
            rows.add(row(task, running.getOrDefault(task.id(), List.of()), places, absent, actor, locale));
        }
        return rows;
    }

    private TaskRow row(
            InboxTask task,
            List<ClockView> running,
            Map<String, String> places,
            Map<UUID, String> absent,
            Actor actor,
            Locale locale) {
        return new TaskRow(
                task,
                group(task),
                places.getOrDefault(task.division(), ""),
                running.stream()
                        .findFirst()
                        .map(first -> text.words(first, locale).badge())
                        .orElse(null),
                task.assignee() == null,
                actor.officer().id().equals(task.called()),
                task.assignee() == null ? null : absent.get(task.assignee()));
    }

    /** Names of those on leave whose tasks are among these. */
    private Map<UUID, String> absent(List<InboxTask> tasks, Actor actor) {
        Set<UUID> others = tasks.stream()
                .map(InboxTask::assignee)
                .filter(holder ->
                        holder != null && !holder.equals(actor.officer().id()))
                .filter(actor.names()::contains)
                .collect(Collectors.toSet());
        return others.isEmpty() ? Map.of() : agencies.officers(others);
    }

    private String group(InboxTask task) {
        Instant due = task.dueAt();
        if (due == null) {
            // 立即 and 及时 have no end: what waits without one is for today.
            return "today";
        }
        if (due.isBefore(clock.instant()) && !task.external()) {
            return "late";
        }
        // A day ends at 24:00, which is the next day's first moment.
        LocalDate day = LocalDate.ofInstant(due.minusMillis(1), clock.getZone());
        LocalDate today = LocalDate.now(clock);
        if (!day.isAfter(today)) {
            return "today";
        }
        return day.isAfter(today.plusDays(7 - today.getDayOfWeek().getValue())) ? "later" : "week";
    }
}

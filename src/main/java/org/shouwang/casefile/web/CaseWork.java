package org.shouwang.casefile.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Agencies;
import org.shouwang.casefile.CaseView;
import org.shouwang.web.ClockBadge;
import org.shouwang.workflow.Courses;
import org.shouwang.workflow.HiddenSteps;
import org.shouwang.workflow.clock.ClockText;
import org.shouwang.workflow.clock.ClockView;
import org.shouwang.workflow.clock.ClockWords;
import org.shouwang.workflow.clock.Clocks;
import org.shouwang.workflow.inbox.InboxTask;
import org.shouwang.workflow.inbox.SubjectTasks;
import org.springframework.stereotype.Component;

/** What is going on with a case: running clocks, open tasks and who has them, the steps of its main process. */
@Component
class CaseWork {

    private static final String MAIN = "child-protection";

    private final SubjectTasks tasks;
    private final Clocks clocks;
    private final ClockText text;
    private final Courses courses;
    private final Agencies agencies;
    private final HiddenSteps hidden;
    private final Access access;
    private final Actors actors;
    private final Words words;

    CaseWork(
            SubjectTasks tasks,
            Clocks clocks,
            ClockText text,
            Courses courses,
            Agencies agencies,
            HiddenSteps hidden,
            Access access,
            Actors actors,
            Words words) {
        this.tasks = tasks;
        this.clocks = clocks;
        this.text = text;
        this.courses = courses;
        this.agencies = agencies;
        this.hidden = hidden;
        this.access = access;
        this.actors = actors;
        this.words = words;
    }

    /**
     * @param due the first moment that is too late; null when it only measures
     * @param kind {@code statutory}, {@code local} or {@code default}
     * @param basis the article, or that the county has set it
     * @param version since when the rule it took has held
     * @param holder the unit or role that answers
     */
    record RunningClock(
            String key,
            String name,
            Instant startedAt,
            @Nullable Instant due,
            @Nullable Instant pausedAt,
            String kind,
            String basis,
            LocalDate version,
            ClockWords words,
            String holder,
            boolean external) {}

    /**
     * @param units who has it or may take it
     * @param mine whether the reader has it
     * @param reassign whether the reader may hand it to somebody else
     */
    record OpenTask(InboxTask task, String units, @Nullable ClockBadge clock, boolean mine, boolean reassign) {}

    /** All there ever were; of sensitive ones only that something is under way, for those who do not handle the case. */
    List<InboxTask> tasks(CaseView found) {
        Actor reader = actors.current();
        return hidden.mask(
                tasks.of(List.of(found.id(), found.sourceReport())), hidden.of(found.subject(), reader), reader);
    }

    /** Those of hidden steps would say what the step is. */
    List<RunningClock> clocks(CaseView found, List<InboxTask> tasks, Locale locale) {
        Set<String> untold =
                tasks.stream().filter(InboxTask::hidden).map(InboxTask::id).collect(Collectors.toSet());
        List<ClockView> running = clocks.of(found.id()).stream()
                .filter(clock -> clock.times().stopped() == null)
                .filter(clock -> clock.task() == null || !untold.contains(clock.task()))
                .toList();
        Map<UUID, String> units = agencies.unitsOf(running.stream()
                .flatMap(clock -> Optional.ofNullable(clock.holder().officer()).stream())
                .toList());
        return running.stream().map(clock -> running(clock, units, locale)).toList();
    }

    private RunningClock running(ClockView clock, Map<UUID, String> units, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        String holder = clock.holder().officer() == null
                ? null
                : units.get(clock.holder().officer());
        return new RunningClock(
                clock.source().key(),
                english ? clock.source().en() : clock.source().zh(),
                clock.times().started(),
                clock.times().due(),
                clock.times().paused(),
                clock.source().kind().key(),
                clock.source().basis(),
                clock.source().version(),
                text.words(clock, locale),
                holder == null ? words.role(clock.holder().role(), locale) : holder,
                clock.source().external());
    }

    List<OpenTask> open(List<InboxTask> all, CaseView found, Actor actor, Locale locale) {
        List<InboxTask> open = all.stream().filter(InboxTask::open).toList();
        Map<String, List<String>> units = tasks.units(List.of(found.id(), found.sourceReport()));
        Map<String, List<ClockView>> running =
                clocks.ofTasks(open.stream().map(InboxTask::id).toList());
        return open.stream()
                .map(task -> new OpenTask(
                        task,
                        task.hidden() ? "" : String.join("、", units.getOrDefault(task.id(), List.of())),
                        running.getOrDefault(task.hidden() ? "" : task.id(), List.of()).stream()
                                .findFirst()
                                .map(clock -> text.words(clock, locale).badge())
                                .orElse(null),
                        actor.officer().id().equals(task.assignee()),
                        !task.hidden() && access.may("task.reassign", task.subject())))
                .toList();
    }

    List<Courses.Course> courses(CaseView found) {
        return courses.of(found.id(), hidden.of(found.subject(), actors.current()));
    }

    /** The main process: the last run, for a case that was taken up again has more than one. */
    static Optional<Courses.Course> main(List<Courses.Course> all) {
        return all.stream().filter(course -> course.process().equals(MAIN)).reduce((earlier, later) -> later);
    }
}

package org.shouwang.workflow.clock;

import static java.util.stream.Collectors.groupingBy;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.web.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts, stops, pauses and shows clocks, in the caller's transaction. Starting and stopping leave no journal entry of
 * their own: the task or event they follow has one.
 */
@Service
@Transactional
public class Clocks {

    private final ClockTable table;
    private final Pauses pauses;
    private final ClockBooks books;
    private final Clock time;

    Clocks(ClockTable table, Pauses pauses, ClockBooks books, Clock time) {
        this.table = table;
        this.pauses = pauses;
        this.books = books;
        this.time = time;
    }

    /**
     * Starts a clock by the version that holds on the anchor's date.
     *
     * @return its id
     * @throws NoSuchElementException for an unknown key, which the catalogue's checks would have refused
     */
    public UUID start(ClockStart start) {
        ClockBook book = books.current();
        ClockRule rule = book.rule(start.key(), start.anchor());
        Deadline end = Optional.ofNullable(start.term())
                .or(() -> rule.term(start.grade()))
                .map(term -> Deadline.of(term, rule.roll(), start.anchor(), book.calendars()))
                .orElse(null);
        ClockView clock = new ClockView(
                Ids.next(),
                start.subject(),
                start.task(),
                ClockSource.of(rule, start.grade(), start.term()),
                start.holder(),
                ClockTimes.starting(start.anchor(), end, rule.warn()),
                0,
                start.division(),
                start.sealedClass());
        table.add(clock, Escalation.of(clock, book).nextAt());
        return clock.id();
    }

    /** Stops one clock; one that has stopped stays as it is. The reason is a code. */
    public void stop(UUID clock, String reason) {
        table.stop(Stopping.one(clock), time.instant(), reason);
    }

    /** Stops the clocks of this key that run for a subject. */
    public void stop(UUID subject, String key, String reason) {
        table.stop(Stopping.key(subject, key), time.instant(), reason);
    }

    /** The task is done: stops the clocks that its completion answers. Clocks waiting for an event run on. */
    public void stopTask(String task, String reason) {
        table.stop(Stopping.done(task), time.instant(), reason);
    }

    /** Something has happened for which clocks of this subject wait: {@code event:<word>} or {@code record:<form>}. */
    public void stopOn(UUID subject, String trigger, String reason) {
        table.stop(Stopping.trigger(subject, trigger), time.instant(), reason);
    }

    /** The subject is closed: nothing runs for it any more. */
    public void stopAll(UUID subject, String reason) {
        table.stop(Stopping.all(subject), time.instant(), reason);
    }

    /** Something has happened at which clocks of this subject stand still or run on, as their rules say. */
    public void pauseOrResumeOn(UUID subject, String trigger) {
        pauses.on(subject, trigger, null);
    }

    /** Lets a clock stand still; neither warns nor escalates until it is resumed. */
    public void pause(UUID clock, @Nullable UUID officer) {
        pauses.pause(clock, officer);
    }

    /** Lets a clock run on; its end moves by the time it stood still. */
    public void resume(UUID clock, @Nullable UUID officer) {
        pauses.resume(clock, officer);
    }

    /**
     * When a clock would end; nothing is started.
     *
     * @throws NoSuchElementException for an unknown key or a clock that only measures
     */
    public Instant due(String key, Instant anchor, @Nullable String grade) {
        ClockBook book = books.current();
        ClockRule rule = book.rule(key, anchor);
        Term term = rule.term(grade).orElseThrow(() -> new NoSuchElementException("clock " + key + " has no end"));
        return Deadline.of(term, rule.roll(), anchor, book.calendars()).due();
    }

    /** All clocks of a subject, the running ones first, the most urgent on top. */
    @Transactional(readOnly = true)
    public List<ClockView> of(UUID subject) {
        return table.of(subject);
    }

    /** The running clocks of many tasks in one query, the most urgent first; a task without one is left out. */
    @Transactional(readOnly = true)
    public Map<String, List<ClockView>> ofTasks(Collection<String> tasks) {
        if (tasks.isEmpty()) {
            return Map.of();
        }
        return table.ofTasks(tasks).stream().collect(groupingBy(clock -> Objects.requireNonNull(clock.task())));
    }

    /** Those of these subjects that have a clock of ours past its end. */
    @Transactional(readOnly = true)
    public Set<UUID> late(Collection<UUID> subjects) {
        return subjects.isEmpty() ? Set.of() : table.late(subjects, time.instant());
    }

    /** The task has another holder: warnings go there from now on. */
    public void reassign(String task, ClockHolder holder) {
        table.hand(task, holder);
    }
}

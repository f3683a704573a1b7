package org.shouwang.workflow.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.access.Posts;
import org.shouwang.workflow.WorkSubject;
import org.shouwang.workflow.clock.ClockBooks;
import org.shouwang.workflow.clock.ClockHolder;
import org.shouwang.workflow.clock.ClockRule;
import org.shouwang.workflow.clock.ClockStart;
import org.shouwang.workflow.clock.Clocks;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Clocks that begin and end with what happens to a subject, not with a task. One that runs already is not started again:
 * a year that began with the first decision does not begin anew with the second.
 */
@Component
public class EventClocks {

    private static final int DATE = 10;

    private final Clocks clocks;
    private final ClockBooks books;
    private final WorkSubjects subjects;
    private final Posts posts;
    private final Clock clock;

    EventClocks(Clocks clocks, ClockBooks books, WorkSubjects subjects, Posts posts, Clock clock) {
        this.clocks = clocks;
        this.books = books;
        this.subjects = subjects;
        this.posts = posts;
        this.clock = clock;
    }

    /** Stops what waits for the event, lets stand still or run on what it touches, then starts what begins with it. */
    public void happened(UUID subject, String event) {
        String trigger = "event:" + event;
        clocks.stopOn(subject, trigger, event);
        clocks.pauseOrResumeOn(subject, trigger);
        for (ClockRule rule : startedBy(trigger, subject)) {
            start(rule, subject, clock.instant());
        }
    }

    /** The subject is closed: nothing runs for it any more. */
    public void closed(UUID subject) {
        clocks.stopAll(subject, "closed");
    }

    /** A record of this form was kept: as {@link #happened}, and a clock may count from a day the record names. */
    public void recorded(UUID subject, String form, JsonNode answers) {
        String trigger = "record:" + form;
        clocks.stopOn(subject, trigger, "recorded");
        for (ClockRule rule : startedBy(trigger, subject)) {
            anchor(rule, answers).ifPresent(anchor -> start(rule, subject, anchor));
        }
    }

    private List<ClockRule> startedBy(String trigger, UUID subject) {
        List<ClockRule> rules = books.current().startedBy(trigger, clock.instant());
        if (rules.isEmpty()) {
            return rules;
        }
        Set<String> running = clocks.of(subject).stream()
                .filter(found -> found.times().stopped() == null)
                .map(found -> found.source().key())
                .collect(Collectors.toSet());
        return rules.stream().filter(rule -> !running.contains(rule.key())).toList();
    }

    /** Empty when the day it would count from was not given: then there is nothing to measure. */
    private Optional<Instant> anchor(ClockRule rule, JsonNode answers) {
        if (rule.countsFrom() == null) {
            return Optional.of(clock.instant());
        }
        String given = answers.path(rule.countsFrom()).asString("");
        if (given.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                given.length() == DATE
                        ? LocalDate.parse(given).atStartOfDay(clock.getZone()).toInstant()
                        : OffsetDateTime.parse(given).toInstant());
    }

    private void start(ClockRule rule, UUID subject, Instant anchor) {
        WorkSubject described = subjects.find(subject).orElseThrow();
        String place = posts.nearest(rule.actor(), described.division()).orElse(described.division());
        clocks.start(new ClockStart(
                rule.key(),
                subject,
                null,
                anchor,
                new ClockHolder(rule.actor(), place, null),
                described.grade(),
                described.division(),
                described.sealedClass()));
    }
}

package org.shouwang.workflow.inbox;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.shouwang.access.Posts;
import org.shouwang.workflow.WorkSubject;
import org.shouwang.workflow.clock.ClockBooks;
import org.shouwang.workflow.clock.ClockHolder;
import org.shouwang.workflow.clock.ClockRule;
import org.shouwang.workflow.clock.ClockStart;
import org.shouwang.workflow.clock.Clocks;
import org.springframework.stereotype.Component;

/** Clocks that begin and end with what happens to a subject, not with a task. */
@Component
public class EventClocks {

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

    /** Stops what waits for the event, then starts what begins with it. */
    public void happened(UUID subject, String event) {
        clocks.stopOn(subject, event);
        Instant now = clock.instant();
        WorkSubject described = subjects.find(subject).orElseThrow();
        for (ClockRule rule : books.current().startedBy("event:" + event, now)) {
            String place = posts.nearest(rule.actor(), described.division()).orElse(described.division());
            clocks.start(new ClockStart(
                    rule.key(),
                    subject,
                    null,
                    now,
                    new ClockHolder(rule.actor(), place, null),
                    described.grade(),
                    described.division(),
                    described.sealedClass()));
        }
    }
}

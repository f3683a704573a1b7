package org.shouwang.workflow.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.journal.Journal;
import org.shouwang.web.Refusal;
import org.springframework.stereotype.Component;

/** Lets clocks stand still and run on; each time is an entry in the journal, for it moves a deadline. */
@Component
class Pauses {

    private final ClockTable table;
    private final ClockBooks books;
    private final Journal journal;
    private final Clock time;

    Pauses(ClockTable table, ClockBooks books, Journal journal, Clock time) {
        this.table = table;
        this.books = books;
        this.journal = journal;
        this.time = time;
    }

    void pause(UUID id, @Nullable UUID officer) {
        ClockView clock = table.lock(id).orElseThrow(Refusal::notFound);
        if (clock.times().running()) {
            table.save(clock.at(clock.times().pausedAt(time.instant())), null);
            write("clock.paused", clock, officer, Map.of());
        }
    }

    /** Lets those clocks of a subject stand still or run on whose rule names the event. */
    void on(UUID subject, String event, @Nullable UUID officer) {
        for (ClockView clock : table.lockTouched(subject, event)) {
            if (event.equals(clock.source().pauses())) {
                pause(clock.id(), officer);
            } else {
                resume(clock.id(), officer);
            }
        }
    }

    void resume(UUID id, @Nullable UUID officer) {
        ClockView clock = table.lock(id).orElseThrow(Refusal::notFound);
        Instant since = clock.times().paused();
        if (since == null || clock.times().stopped() != null) {
            return;
        }
        ClockBook book = books.current();
        Duration pause = Duration.between(since, time.instant());
        ClockView resumed = clock.at(clock.times().resumed(clock.source(), pause, book.calendars()));
        table.save(resumed, Escalation.of(resumed, book).nextAt());
        write("clock.resumed", clock, officer, Map.of("seconds", String.valueOf(pause.toSeconds())));
    }

    private void write(String act, ClockView clock, @Nullable UUID officer, Map<String, String> details) {
        journal.append(ClockEntry.of(act, clock, officer, details));
    }
}

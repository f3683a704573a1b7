package org.shouwang.workflow.clock;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.journal.Journal;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Follows one clock up to now: row, journal and events in one short transaction of its own. */
@Component
class ClockStep {

    private final ClockTable table;
    private final ClockBooks books;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock time;
    private final RowIdentity identity;

    ClockStep(
            ClockTable table,
            ClockBooks books,
            Journal journal,
            ApplicationEventPublisher events,
            Clock time,
            RowIdentity identity) {
        this.table = table;
        this.books = books;
        this.journal = journal;
        this.events = events;
        this.time = time;
        this.identity = identity;
    }

    /** The clock that has waited longest, followed; empty when none is left that no other node works on. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<UUID> follow() {
        Instant now = time.instant();
        return identity.as(RowService.SWEEPER, () -> follow(now));
    }

    private Optional<UUID> follow(Instant now) {
        Optional<ClockView> waiting = table.lockNext(now);
        try {
            waiting.ifPresent(clock -> follow(clock, now));
        } catch (RuntimeException e) {
            throw new ClockStuck(waiting.orElseThrow().id(), e);
        }
        return waiting.map(ClockView::id);
    }

    /** Puts a clock off that could not be followed, so that the others behind it are. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void postpone(UUID clock, Instant until) {
        identity.as(RowService.SWEEPER, () -> table.postpone(clock, until));
    }

    private void follow(ClockView waiting, Instant now) {
        identity.open(waiting.subject());
        ClockBook book = books.current();
        ClockView clock = waiting;
        Escalation escalation = Escalation.of(clock, book);
        Escalation.@Nullable Action action = escalation.actionAt(now);
        while (action != null) {
            clock = act(action, escalation, now);
            escalation = Escalation.of(clock, book);
            action = escalation.actionAt(now);
        }
        table.save(clock, escalation.nextAt());
    }

    private ClockView act(Escalation.Action action, Escalation escalation, Instant now) {
        ClockView clock = escalation.clock();
        return switch (action) {
            case WARN -> {
                tell("clock.warned", clock, Map.of(), ClockEvents.warned(clock));
                yield clock.at(clock.times().warnedAt(now));
            }
            case PASS -> {
                tell("clock.passed", clock, Map.of(), ClockEvents.passed(clock));
                yield clock.at(clock.times().lateAt(now));
            }
            case ESCALATE -> {
                String role = escalation.toRole();
                int step = clock.step() + 1;
                Map<String, String> details = Map.of("role", role, "step", String.valueOf(step));
                tell("clock.escalated", clock, details, ClockEvents.escalated(clock, role, step));
                yield clock.onStep(step);
            }
        };
    }

    private void tell(String act, ClockView clock, Map<String, String> details, Object event) {
        journal.append(ClockEntry.of(act, clock, null, details));
        events.publishEvent(event);
    }
}

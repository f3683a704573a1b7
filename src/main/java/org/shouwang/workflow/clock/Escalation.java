package org.shouwang.workflow.clock;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a clock asks for next and when: first the warning, then the end, then each rung of its ladder. */
record Escalation(ClockView clock, List<Ladder.Step> ladder) {

    /** The next thing to do. */
    enum Action {
        WARN,
        PASS,
        ESCALATE
    }

    static Escalation of(ClockView clock, ClockBook book) {
        boolean asked = clock.source().external();
        return new Escalation(
                clock,
                asked
                        ? List.of()
                        : book.ladder(clock.source().ladder())
                                .map(Ladder::steps)
                                .orElse(List.of()));
    }

    @Nullable
    Instant nextAt() {
        ClockTimes times = clock.times();
        Instant due = times.due();
        if (due == null || !times.running()) {
            return null;
        }
        if (times.late() == null) {
            Instant warn = times.warn();
            return warn != null && times.warned() == null && warn.isBefore(due) ? warn : due;
        }
        return clock.step() < ladder.size() ? due.plus(ladder.get(clock.step()).after()) : null;
    }

    /** Null when there is nothing to do yet. A warning whose end has passed meanwhile is skipped: it would be untrue. */
    @Nullable
    Action actionAt(Instant now) {
        Instant next = nextAt();
        Instant due = clock.times().due();
        if (next == null || due == null || next.isAfter(now)) {
            return null;
        }
        if (clock.times().late() != null) {
            return Action.ESCALATE;
        }
        return now.isBefore(due) ? Action.WARN : Action.PASS;
    }

    String toRole() {
        return ladder.get(clock.step()).to();
    }
}

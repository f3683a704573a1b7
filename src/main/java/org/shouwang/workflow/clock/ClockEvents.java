package org.shouwang.workflow.clock;

/** Makes the events of a clock: ids and codes, no words. */
final class ClockEvents {

    private ClockEvents() {}

    static ClockWarned warned(ClockView clock) {
        ClockHolder holder = clock.holder();
        return new ClockWarned(
                clock.id(),
                clock.source().key(),
                clock.subject(),
                clock.task(),
                holder.role(),
                holder.division(),
                holder.officer());
    }

    static ClockPassed passed(ClockView clock) {
        ClockHolder holder = clock.holder();
        return new ClockPassed(
                clock.id(),
                clock.source().key(),
                clock.subject(),
                clock.task(),
                clock.source().external(),
                holder.role(),
                holder.division(),
                holder.officer());
    }

    static ClockEscalated escalated(ClockView clock, String toRole, int step) {
        return new ClockEscalated(
                clock.id(),
                clock.source().key(),
                clock.subject(),
                clock.task(),
                toRole,
                clock.holder().division(),
                step);
    }
}

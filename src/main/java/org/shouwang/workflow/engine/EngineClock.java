package org.shouwang.workflow.engine;

import java.time.Clock;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;

/** Lets the engine read the one clock of the house; nobody sets the time through the engine. */
final class EngineClock implements org.flowable.common.engine.impl.runtime.Clock {

    private final Clock clock;

    EngineClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Date getCurrentTime() {
        return Date.from(clock.instant());
    }

    @Override
    public Calendar getCurrentCalendar() {
        return getCurrentCalendar(getCurrentTimeZone());
    }

    @Override
    public Calendar getCurrentCalendar(TimeZone timeZone) {
        return GregorianCalendar.from(clock.instant().atZone(timeZone.toZoneId()));
    }

    @Override
    public TimeZone getCurrentTimeZone() {
        return TimeZone.getTimeZone(clock.getZone());
    }

    @Override
    public void setCurrentTime(Date currentTime) {
        throw new UnsupportedOperationException("the engine follows java.time.Clock");
    }

    @Override
    public void setCurrentCalendar(Calendar currentTime) {
        throw new UnsupportedOperationException("the engine follows java.time.Clock");
    }

    @Override
    public void reset() {
        // The engine resets its clock when it closes; ours was never set.
    }
}

package org.shouwang.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Primary;

/** The application's clock as a test moves it: it runs on from where it was set. */
public final class TestClock extends Clock {

    public static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final Clock base = Clock.systemUTC();
    private final ZoneId zone;
    private volatile Duration ahead = Duration.ZERO;

    TestClock(ZoneId zone) {
        this.zone = zone;
    }

    public void advance(Duration time) {
        ahead = ahead.plus(time);
    }

    /** Sets the time of day and date in China. */
    public void set(LocalDateTime time) {
        ahead = Duration.between(base.instant(), time.atZone(CHINA).toInstant());
    }

    /** Back to the real time: after every test that moved it. */
    public void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new Elsewhere(this, other);
    }

    @Override
    public Instant instant() {
        return base.instant().plus(ahead);
    }

    /** The same clock read in another zone. */
    private static final class Elsewhere extends Clock {

        private final TestClock clock;
        private final ZoneId zone;

        Elsewhere(TestClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Elsewhere(clock, other);
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }
    }

    /** Puts the test's clock in the place of the real one. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Bean {

        @org.springframework.context.annotation.Bean
        @Primary
        TestClock testClock() {
            return new TestClock(CHINA);
        }
    }
}

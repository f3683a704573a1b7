package org.shouwang.supervision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Reported;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestClock;
import org.shouwang.testing.TestParts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Only the clock is moved: the sweeper that runs in the application does the rest. */
@ShouwangTest
class EscalationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired
    TestClock clock;

    private final JdbcClient jdbc = TestParts.everything();

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aLateTriageIsToldToTheTownshipAndReachesTheCountySupervisorOnce() throws InterruptedException {
        UUID report = UUID.fromString(Reported.worry("戊童").path("id").asString());
        clock.advance(Duration.ofDays(12)); // past the longest holiday
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (told("county", "clock-escalated", report) == 0 && System.nanoTime() < end) {
            Thread.sleep(500);
        }
        assertThat(told("county", "clock-escalated", report)).isEqualTo(1);
        assertThat(told("supervisor", "clock-late", report)).isEqualTo(1);
        Thread.sleep(Duration.ofSeconds(25).toMillis()); // another round of the sweeper
        assertThat(told("county", "clock-escalated", report)).isEqualTo(1);
        assertThat(told("supervisor2", "clock-late", report)).isZero();
    }

    private int told(String username, String code, UUID subject) {
        return jdbc.sql("""
                        select count(*) from notice join officer on officer.id = notice.officer_id
                        where username = ? and code = ? and subject_id = ?""")
                .params(username, code, subject)
                .query(Integer.class)
                .single();
    }
}

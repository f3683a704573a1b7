package org.shouwang.workflow.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sweeper against real row locks. */
class ClockSweeperIT {

    private static final String CLOCKS = Books.clock("visit", "duration: P3D", "warn: P1D", "ladder: township")
            + Books.clock("asked", "duration: P3D", "actor: police", "external: true")
            + Books.clock("working", "duration: P3WD");

    private final UUID subject = UUID.randomUUID();
    private ClockRoom room;

    @BeforeEach
    void open() {
        room = new ClockRoom(CLOCKS);
        room.time().moveTo("2025-03-03T09:00");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void manySweepersNeverWarnTwice() throws Exception {
        int clocks = 300;
        IntStream.range(0, clocks).forEach(each -> room.start("visit", UUID.randomUUID(), null));
        room.time().moveTo("2025-03-06T08:00");

        ExecutorService nodes = Executors.newFixedThreadPool(4);
        List<Future<?>> sweeps = IntStream.range(0, 4)
                .<Future<?>>mapToObj(each -> nodes.submit(() -> room.sweeper().sweep()))
                .toList();
        for (Future<?> sweep : sweeps) {
            sweep.get();
        }
        nodes.shutdown();
        room.sweeper().sweep();

        assertThat(room.heard().events(ClockWarned.class))
                .extracting(ClockWarned::clock)
                .doesNotHaveDuplicates()
                .hasSize(clocks);
        assertThat(room.journalled("clock.warned")).isEqualTo(clocks);
    }

    @Test
    void warnsThenPassesThenClimbsEachRungOnce() {
        room.start("visit", subject, "task-1");
        sweepAt("2025-03-05T23:59");
        assertThat(room.heard().events()).isEmpty();
        sweepAt("2025-03-06T00:00");
        assertThat(room.heard().events()).hasSize(1).hasOnlyElementsOfType(ClockWarned.class);
        sweepAt("2025-03-06T23:59");
        assertThat(room.heard().events()).hasSize(1);
        sweepAt("2025-03-07T00:00");
        sweepAt("2025-03-07T23:00");
        sweepAt("2025-03-08T00:00");
        sweepAt("2025-04-08T00:00");

        assertThat(room.heard().events(ClockPassed.class)).hasSize(1);
        assertThat(room.heard().events(ClockEscalated.class))
                .extracting(ClockEscalated::toRole)
                .containsExactly("township-supervisor", "county-supervisor");
        assertThat(room.journalled("clock.escalated")).isEqualTo(2);
        assertThat(room.only(subject).step()).isEqualTo(2);
    }

    @Test
    void catchesUpAfterAStandstillWithoutAWarningThatWouldBeUntrue() {
        room.start("visit", subject, null);
        sweepAt("2025-03-20T00:00");

        assertThat(room.heard().events(ClockWarned.class)).isEmpty();
        assertThat(room.heard().events(ClockPassed.class)).hasSize(1);
        assertThat(room.heard().events(ClockEscalated.class)).hasSize(2);
    }

    @Test
    void asksAboutAnOutsideOrganAndNeverEscalates() {
        room.start("asked", subject, null);
        sweepAt("2025-03-07T00:00");
        sweepAt("2025-06-07T00:00");

        assertThat(room.heard().events())
                .singleElement()
                .satisfies(event -> assertThat(((ClockPassed) event).external()).isTrue());
    }

    @Test
    void aClockThatFailsHoldsUpNoOtherAndIsTriedAgain() {
        UUID broken = room.start("visit", subject, null);
        UUID behind = room.start("visit", UUID.randomUUID(), null);
        room.heard().failFor(broken);
        sweepAt("2025-03-06T08:00");

        assertThat(room.heard().events(ClockWarned.class))
                .extracting(ClockWarned::clock)
                .containsExactly(behind);
        assertThat(room.journalled("clock.warned")).isEqualTo(1);
        room.heard().failFor(null);
        sweepAt("2025-03-06T08:04");
        assertThat(room.heard().events(ClockWarned.class)).hasSize(1);
        sweepAt("2025-03-06T08:05");
        assertThat(room.heard().events(ClockWarned.class))
                .extracting(ClockWarned::clock)
                .containsExactly(behind, broken);
    }

    @Test
    void showsAMissingYearAndCountsAnewWhenItIsEntered() {
        room.time().moveTo("2026-12-30T10:00");
        room.start("working", subject, null);
        assertThat(room.only(subject).times().calendarGap()).isEqualTo(2027);
        assertThat(room.only(subject).times().due()).isEqualTo("2027-01-04T16:00:00Z");
        assertThat(room.gaps().alarms()).containsExactly(2027);

        room.take("calendars/2027.yaml", "{year: 2027, basis: 通知, days: [{date: 2027-01-01, kind: off}]}");
        room.sweeper().sweep();

        assertThat(room.only(subject).times().calendarGap()).isNull();
        assertThat(room.only(subject).times().due()).isEqualTo("2027-01-05T16:00:00Z");
        assertThat(room.gaps().alarms()).isEmpty();
    }

    private void sweepAt(String local) {
        room.time().moveTo(local);
        room.sweeper().sweep();
    }
}

package org.shouwang.workflow.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clocks on the real table, through the module's face. */
class ClocksIT {

    private static final String CLOCKS = Books.clock("visit", "duration: P3D", "warn: P1D")
            + Books.clock("hours", "duration: PT4H", "warn: PT1H")
            + Books.clock("letter", "duration: P3D", "stops: event:answered")
            + Books.clock("asked", "duration: PT4H", "pauses: event:question-sent", "resumes: event:question-answered")
            + Books.clock("prompt", "duration: none", "kind: statutory", "mark: T", "basis: 某法 第一条");

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
    void readsBackWhatItStarted() {
        UUID id = room.start("visit", subject, "task-1");

        ClockView clock = room.only(subject);
        assertThat(clock.id()).isEqualTo(id);
        assertThat(clock.times().due()).isEqualTo("2025-03-06T16:00:00Z");
        assertThat(clock.times().warn()).isEqualTo("2025-03-05T16:00:00Z");
        assertThat(clock.source().basis()).isEqualTo("本县默认");
        assertThat(room.clocks().due("visit", room.time().instant(), null))
                .isEqualTo(clock.times().due());
    }

    @Test
    void changedValuesHoldForNewClocksOnly() {
        room.start("visit", subject, null);
        room.take(
                "clocks.yaml", CLOCKS + Books.clock("visit", "duration: P5D", "basis: 新规定", "valid-from: 2025-03-03"));
        UUID later = UUID.randomUUID();
        room.start("visit", later, null);

        assertThat(room.only(subject).times().due()).isEqualTo("2025-03-06T16:00:00Z");
        assertThat(room.only(subject).source().basis()).isEqualTo("本县默认");
        assertThat(room.only(later).times().due()).isEqualTo("2025-03-08T16:00:00Z");
        assertThat(room.only(later).source().version()).isEqualTo("2025-03-03");
    }

    @Test
    void aRunningClockOutlivesItsRule() {
        room.start("visit", subject, null);
        room.take("clocks.yaml", "[]");
        room.time().moveTo("2025-03-07T00:00");
        room.sweeper().sweep();

        assertThat(room.heard().events(ClockPassed.class)).hasSize(1);
    }

    @Test
    void movesItsEndByTheTimeItStoodStill() {
        UUID id = room.start("hours", subject, null);
        Instant due = Objects.requireNonNull(room.only(subject).times().due());
        room.clocks().pause(id, null);
        room.time().advance(Duration.ofHours(7));
        room.sweeper().sweep();
        assertThat(room.heard().events()).isEmpty();

        room.clocks().resume(id, null);
        ClockTimes times = room.only(subject).times();
        assertThat(times.due()).isEqualTo(due.plus(Duration.ofHours(7)));
        assertThat(times.warn()).isEqualTo(due.plus(Duration.ofHours(6)));
        room.time().advance(Duration.ofHours(3));
        room.sweeper().sweep();
        assertThat(room.heard().events(ClockWarned.class)).hasSize(1);
        assertThat(room.journalled("clock.paused")).isEqualTo(1);
        assertThat(room.journalled("clock.resumed")).isEqualTo(1);
    }

    @Test
    void standsStillFromOneEventToTheNext() {
        room.start("asked", subject, null);
        room.start("hours", subject, null);
        room.clocks().pauseOrResumeOn(subject, "event:question-sent");
        room.time().advance(Duration.ofHours(2));
        room.clocks().pauseOrResumeOn(subject, "event:question-answered");

        assertThat(room.clocks().of(subject))
                .allSatisfy(clock -> assertThat(clock.times().pause())
                        .isEqualTo(clock.source().key().equals("asked") ? Duration.ofHours(2) : Duration.ZERO));
    }

    @Test
    void pausingTwiceIsPausingOnce() {
        UUID id = room.start("hours", subject, null);
        room.clocks().pause(id, null);
        room.time().advance(Duration.ofHours(1));
        room.clocks().pause(id, null);
        room.time().advance(Duration.ofHours(1));
        room.clocks().resume(id, null);
        room.clocks().resume(id, null);

        assertThat(room.only(subject).times().pause()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void aTasksEndStopsOnlyWhatItAnswers() {
        room.start("visit", subject, "task-1");
        room.start("letter", subject, "task-1");
        room.clocks().stopTask("task-1", "done");

        assertThat(room.clocks().ofTasks(List.of("task-1", "task-2")).get("task-1"))
                .extracting(clock -> clock.source().key())
                .containsExactly("letter");
        room.clocks().stopOn(subject, "event:answered", "answered");
        assertThat(room.clocks().ofTasks(List.of("task-1"))).isEmpty();
        assertThat(room.clocks().of(subject))
                .extracting(clock -> clock.times().stopReason())
                .containsExactlyInAnyOrder("done", "answered");
    }

    @Test
    void aStoppedClockKeepsItsFirstReasonAndStaysSilent() {
        UUID id = room.start("visit", subject, null);
        room.clocks().stop(id, "done");
        room.clocks().stopAll(subject, "closed");
        room.time().moveTo("2025-04-01T00:00");
        room.sweeper().sweep();

        assertThat(room.only(subject).times().stopReason()).isEqualTo("done");
        assertThat(room.heard().events()).isEmpty();
    }

    @Test
    void warnsTheHolderOfTheDay() {
        UUID officer = UUID.randomUUID();
        room.start("visit", subject, "task-1");
        room.clocks().reassign("task-1", new ClockHolder("case-worker", "450223101000", officer));
        room.time().moveTo("2025-03-06T00:00");
        room.sweeper().sweep();

        assertThat(room.heard().events(ClockWarned.class)).singleElement().satisfies(warned -> {
            assertThat(warned.officer()).isEqualTo(officer);
            assertThat(warned.division()).isEqualTo("450223101000");
        });
    }

    @Test
    void measuresWithoutEverActing() {
        room.start("prompt", subject, null);
        room.time().moveTo("2026-03-03T09:00");
        room.sweeper().sweep();

        assertThat(room.only(subject).times().due()).isNull();
        assertThat(room.heard().events()).isEmpty();
        assertThatThrownBy(() -> room.clocks().due("prompt", room.time().instant(), null))
                .isInstanceOf(NoSuchElementException.class);
    }
}

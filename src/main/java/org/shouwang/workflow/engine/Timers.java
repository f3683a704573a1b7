package org.shouwang.workflow.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.job.api.Job;
import org.jspecify.annotations.Nullable;
import org.shouwang.workflow.clock.Clocks;
import org.springframework.stereotype.Component;

/** Timers of running processes whose date came from a clock. */
@Component
public class Timers {

    /** Which clock a timer's date came from; stands beside the timer, in its own execution. */
    static final String CLOCK = "timerClock";

    /** Which variables hold the days that people may agree on instead. */
    static final String AGREED = "timerAgreed";

    private static final LocalTime OPENING = LocalTime.of(8, 0);
    private static final int MOST = 100;

    private final RuntimeService runtime;
    private final ManagementService management;
    private final Clocks clocks;
    private final Clock clock;

    Timers(RuntimeService runtime, ManagementService management, Clocks clocks, Clock clock) {
        this.runtime = runtime;
        this.management = management;
        this.clocks = clocks;
        this.clock = clock;
    }

    /**
     * The subject has another grade. A graver one brings the next visit and the next review forward, counted from when
     * the wait began; a milder one counts from the next wait on, so that nobody is seen later than was promised.
     */
    public void graded(UUID subject, String grade) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(subject.toString()).listPage(0, MOST).stream()
                .map(ProcessInstance::getId)
                .flatMap(this::of)
                .forEach(timer -> bringForward(timer, grade));
    }

    /** People agreed on another day: what waits in this instance for the day agreed before waits for the new one. */
    void agreed(String instance, Map<String, Object> variables) {
        of(instance).forEach(timer -> {
            Object variable = runtime.getVariableLocal(timer.getExecutionId(), AGREED);
            if (variable != null) {
                first(variable.toString(), variables).ifPresent(morning -> move(timer, morning));
            }
        });
    }

    /** The first morning to come of the days these variables hold. */
    Optional<Instant> first(String names, Map<String, Object> variables) {
        return Stream.of(names.split(","))
                .flatMap(name -> day(variables.get(name)).stream())
                .min(Comparator.naturalOrder());
    }

    /** The morning of a day that a form named, if it is still to come. */
    private Optional<Instant> day(@Nullable Object named) {
        return Optional.ofNullable(named)
                .filter(day -> !day.toString().isEmpty())
                .map(day -> LocalDate.parse(day.toString())
                        .atTime(OPENING)
                        .atZone(clock.getZone())
                        .toInstant())
                .filter(morning -> morning.isAfter(clock.instant()));
    }

    private Stream<Job> of(String instance) {
        return management.createTimerJobQuery().processInstanceId(instance).listPage(0, MOST).stream();
    }

    private void move(Job timer, Instant due) {
        management.rescheduleTimeDateJob(timer.getId(), DateTimeFormatter.ISO_INSTANT.format(due));
    }

    private void bringForward(Job timer, String grade) {
        Object key = runtime.getVariableLocal(timer.getExecutionId(), CLOCK);
        if (key == null) {
            return;
        }
        Instant due = clocks.due(key.toString(), timer.getCreateTime().toInstant(), grade);
        if (due.isBefore(timer.getDuedate().toInstant())) {
            move(timer, due);
        }
    }
}

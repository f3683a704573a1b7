package org.shouwang.workflow.engine;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.job.api.Job;
import org.shouwang.workflow.clock.Clocks;
import org.springframework.stereotype.Component;

/** Timers of running processes whose date came from a clock. */
@Component
public class Timers {

    /** Which clock a timer's date came from; stands beside the timer, in its own execution. */
    static final String CLOCK = "timerClock";

    private static final int MOST = 100;

    private final RuntimeService runtime;
    private final ManagementService management;
    private final Clocks clocks;

    Timers(RuntimeService runtime, ManagementService management, Clocks clocks) {
        this.runtime = runtime;
        this.management = management;
        this.clocks = clocks;
    }

    /**
     * The subject has another grade. A graver one brings the next visit and the next review forward, counted from when
     * the wait began; a milder one counts from the next wait on, so that nobody is seen later than was promised.
     */
    public void graded(UUID subject, String grade) {
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(subject.toString()).listPage(0, MOST).stream()
                .map(ProcessInstance::getId)
                .flatMap(instance ->
                        management.createTimerJobQuery().processInstanceId(instance).listPage(0, MOST).stream())
                .forEach(timer -> bringForward(timer, grade));
    }

    private void bringForward(Job timer, String grade) {
        Object key = runtime.getVariableLocal(timer.getExecutionId(), CLOCK);
        if (key == null) {
            return;
        }
        Instant due = clocks.due(key.toString(), timer.getCreateTime().toInstant(), grade);
        if (due.isBefore(timer.getDuedate().toInstant())) {
            management.rescheduleTimeDateJob(timer.getId(), DateTimeFormatter.ISO_INSTANT.format(due));
        }
    }
}

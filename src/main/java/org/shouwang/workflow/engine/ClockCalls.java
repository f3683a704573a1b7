package org.shouwang.workflow.engine;

import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import org.flowable.engine.delegate.DelegateExecution;
import org.shouwang.workflow.ProcessBean;
import org.shouwang.workflow.clock.Clocks;
import org.shouwang.workflow.inbox.EventClocks;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** {@code clocks} in a BPMN file: when a way changes, for timers. */
@Component
@ProcessBean("clocks")
public class ClockCalls {

    private final Clocks clocks;
    private final EventClocks events;
    private final Timers timers;
    private final Clock clock;

    ClockCalls(@Lazy Clocks clocks, @Lazy EventClocks events, @Lazy Timers timers, Clock clock) {
        this.clocks = clocks;
        this.events = events;
        this.timers = timers;
        this.clock = clock;
    }

    /** Lets an event of {@code clocks.yaml} happen: clocks of the case that wait for it start, stop, stand still. */
    public void happened(String event, DelegateExecution execution) {
        events.happened(UUID.fromString(execution.getVariable(EngineRoom.SUBJECT, String.class)), event);
    }

    /** The end of clock {@code key}, counted from now, for the grade the process knows. */
    public Date due(String key, DelegateExecution execution) {
        execution.setVariableLocal(Timers.CLOCK, key);
        Object grade = execution.getVariable("grade");
        return Date.from(clocks.due(key, clock.instant(), grade == null ? null : grade.toString()));
    }

    /**
     * The day people agreed on, if a form has named one that is still to come; else the end of clock {@code key}.
     *
     * @param variables that may hold such a day, with commas between them; the first day to come counts
     */
    public Date agreed(String key, String variables, DelegateExecution execution) {
        execution.setVariableLocal(Timers.AGREED, variables);
        Optional<Instant> morning = timers.first(variables, execution.getVariables());
        if (morning.isEmpty()) {
            return due(key, execution);
        }
        execution.setVariableLocal(Timers.CLOCK, key);
        return Date.from(morning.get());
    }
}

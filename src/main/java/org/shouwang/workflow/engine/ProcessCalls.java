package org.shouwang.workflow.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flowable.engine.delegate.DelegateExecution;
import org.shouwang.workflow.ProcessBean;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** {@code processes} in a BPMN file: starts another process for the same subject, or tells one something. */
@Component
@ProcessBean("processes")
public class ProcessCalls {

    private final EngineRoom engine;
    private final Timers timers;

    ProcessCalls(@Lazy EngineRoom engine, @Lazy Timers timers) {
        this.engine = engine;
        this.timers = timers;
    }

    /** Starts {@code process} for the same subject, with the caller's variables. It outlives the caller. */
    public void start(DelegateExecution execution, String process) {
        Map<String, Object> variables = new HashMap<>(execution.getVariables());
        variables.values().removeIf(java.util.Objects::isNull);
        variables.remove(Timers.CLOCK);
        variables.remove(Timers.AGREED);
        engine.start(process, subject(execution), variables);
    }

    /**
     * As {@link #start}, unless one of this kind already runs for the subject. That one goes on where it stands; a day
     * agreed on anew moves what waits for it.
     */
    public void ensure(DelegateExecution execution, String process) {
        List<String> running = engine.running(subject(execution), process);
        if (running.isEmpty()) {
            start(execution, process);
        }
        running.forEach(instance -> timers.agreed(instance, execution.getVariables()));
    }

    /** Hands a message to every process of the same subject that waits for it; none waiting is no error. */
    public void send(DelegateExecution execution, String message) {
        engine.send(subject(execution), message, Map.of());
    }

    private static UUID subject(DelegateExecution execution) {
        return UUID.fromString(execution.getVariable(EngineRoom.SUBJECT, String.class));
    }
}

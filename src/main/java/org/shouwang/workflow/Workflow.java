package org.shouwang.workflow;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.workflow.engine.EngineRoom;
import org.shouwang.workflow.engine.Timers;
import org.shouwang.workflow.inbox.EventClocks;
import org.shouwang.workflow.inbox.WorkSubjects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Starts processes and tells them things, always in the caller's transaction: a step that was promised to a person and
 * got lost after the commit would be lost for good.
 */
@Service
public class Workflow {

    private final EngineRoom engine;
    private final WorkSubjects subjects;
    private final EventClocks eventClocks;
    private final Timers timers;

    Workflow(EngineRoom engine, WorkSubjects subjects, EventClocks eventClocks, Timers timers) {
        this.engine = engine;
        this.subjects = subjects;
        this.eventClocks = eventClocks;
        this.timers = timers;
    }

    /**
     * Starts a process about {@code subject}.
     *
     * @param process key of a file under {@code processes/bpmn}
     * @param variables ids, codes, booleans, dates and numbers; words are refused
     * @return id of this run
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String start(String process, WorkSubject subject, Map<String, ?> variables) {
        subjects.describe(subject);
        return engine.start(process, subject.id(), variables);
    }

    /** Hands a message to every process of the subject that waits for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int send(UUID subject, String message, Map<String, Object> variables) {
        return engine.send(subject, message, variables);
    }

    /** Hands a message to one run of a process; the others of the subject go on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public int sendTo(String run, UUID subject, String message) {
        return engine.sendTo(run, subject, message);
    }

    /** Whether a process of the subject waits for a message, so that sending it would lead somewhere. */
    @Transactional(readOnly = true)
    public boolean waits(UUID subject, String message) {
        return engine.waits(subject, message);
    }

    /** The subject has another grade: its processes know, and their timers come no later than the graver grade wants. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void graded(UUID subject, String grade) {
        tell(subject, Map.of("grade", grade));
        timers.graded(subject, grade);
    }

    /** Tells every process that runs for a subject what it decides by now. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(UUID subject, Map<String, Object> variables) {
        engine.instances(subject).stream()
                .filter(instance -> instance.endedAt() == null)
                .forEach(instance -> engine.setVariables(instance.id(), variables));
    }

    /** Tells the inbox what a subject is now: its grade, its title, its place. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void describe(WorkSubject subject) {
        subjects.describe(subject);
    }

    /**
     * Tells the clocks that a form that stands alone was kept for a subject: those that start or stop with its record
     * do. A task's form tells them by itself.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void recorded(UUID subject, String form, JsonNode answers) {
        eventClocks.recorded(subject, form, answers);
    }

    /**
     * The subject's main process is about to end. Its clocks stop, unless another process of the subject still runs: a
     * temporary guardianship keeps its year.
     *
     * @param closer the process that may be ending it, which is no work left to do
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void closed(UUID subject, String closer) {
        if (running(subject).stream().filter(key -> !key.equals(closer)).count() <= 1) {
            eventClocks.closed(subject);
        }
    }

    /** Keys of the processes that still run for a subject, for those who are about to close it. */
    @Transactional(readOnly = true)
    public List<String> running(UUID subject) {
        return engine.running(subject);
    }

    /**
     * Names, as drawn, of what runs for a subject and has to end before the subject is closed: processes that say {@code
     * sw:ends-before-closing}.
     */
    @Transactional(readOnly = true)
    public List<String> holdsOpen(UUID subject) {
        return engine.holdsOpen(subject);
    }

    /**
     * Tells the clocks that something happened to a subject: those that wait for it stop, those that begin with it
     * start.
     *
     * @param event a word of {@code clocks.yaml}, as in {@code starts: event:report-received}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void happened(UUID subject, String event) {
        eventClocks.happened(subject, event);
    }
}

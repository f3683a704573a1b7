package org.shouwang.workflow.engine;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.common.engine.api.FlowableObjectNotFoundException;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.job.api.Job;
import org.flowable.job.service.impl.asyncexecutor.AsyncExecutor;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Work of the engine that does not go on by itself: steps that fail, and steps it has given up. */
@Component
public class StuckWork {

    private static final int SHOWN = 100;
    private static final int TRIES = 3;

    private final ManagementService management;
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final SpringProcessEngineConfiguration engine;

    StuckWork(
            ManagementService management,
            RepositoryService repository,
            RuntimeService runtime,
            SpringProcessEngineConfiguration engine) {
        this.management = management;
        this.repository = repository;
        this.runtime = runtime;
        this.engine = engine;
    }

    /**
     * A step that does not go on.
     *
     * @param subject the case or report, null when the process has none
     * @param step name of the step as drawn
     * @param since when it was first due
     * @param reason class of the failure; its words may name people and stay in the database
     * @param dead whether the engine has given up; else it tries again at {@code next}
     */
    public record Stuck(
            String id,
            @Nullable UUID subject,
            String process,
            String step,
            Instant since,
            String reason,
            boolean dead,
            @Nullable Instant next) {}

    /** Given up first, each the oldest first; at most a hundred of either. */
    @Transactional(readOnly = true)
    public List<Stuck> list() {
        Stream<Stuck> dead =
                management.createDeadLetterJobQuery().orderByJobCreateTime().asc().listPage(0, SHOWN).stream()
                        .map(job -> stuck(job, true, management::getDeadLetterJobExceptionStacktrace));
        // A step that failed waits for its next try among the timers.
        Stream<Stuck> failing =
                management
                        .createTimerJobQuery()
                        .withException()
                        .orderByJobCreateTime()
                        .asc()
                        .listPage(0, SHOWN)
                        .stream()
                        .map(job -> stuck(job, false, management::getTimerJobExceptionStacktrace));
        return Stream.concat(dead, failing).toList();
    }

    public long dead() {
        return management.createDeadLetterJobQuery().count();
    }

    /** Whether this node's executor takes jobs. */
    public boolean executing() {
        AsyncExecutor executor = engine.getAsyncExecutor();
        return executor != null && executor.isActive();
    }

    /** Jobs that are due now and not yet done, on all nodes. */
    public long waiting() {
        return management.createJobQuery().count();
    }

    /**
     * Lets the engine try a step again that it had given up.
     *
     * @return the step as it stood; empty when it is not there any more, because somebody else was faster
     */
    @Transactional
    public Optional<Stuck> retry(String id) {
        Job job = management.createDeadLetterJobQuery().jobId(id).singleResult();
        if (job == null) {
            return Optional.empty();
        }
        Stuck before = stuck(job, true, management::getDeadLetterJobExceptionStacktrace);
        management.moveDeadLetterJobToExecutableJob(id, TRIES);
        return Optional.of(before);
    }

    private Stuck stuck(Job job, boolean dead, Function<String, @Nullable String> trace) {
        String definition = job.getProcessDefinitionId();
        return new Stuck(
                job.getId(),
                subject(job),
                definition == null ? "" : definition.substring(0, definition.indexOf(':')),
                step(job),
                job.getCreateTime().toInstant(),
                reason(job, trace),
                dead,
                instant(job.getDuedate()));
    }

    /** Nothing of a job that has gone on since it was listed. */
    private static String reason(Job job, Function<String, @Nullable String> trace) {
        try {
            return Causes.innermost(trace.apply(job.getId()));
        } catch (FlowableObjectNotFoundException e) {
            return "";
        }
    }

    private @Nullable UUID subject(Job job) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult();
        return instance == null || instance.getBusinessKey() == null
                ? null
                : UUID.fromString(instance.getBusinessKey());
    }

    private String step(Job job) {
        if (job.getProcessDefinitionId() == null || job.getElementId() == null) {
            return "";
        }
        FlowElement drawn =
                repository.getBpmnModel(job.getProcessDefinitionId()).getFlowElement(job.getElementId());
        return drawn == null || drawn.getName() == null ? job.getElementId() : drawn.getName();
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}

package org.shouwang.workflow.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actors;
import org.shouwang.access.Requires;
import org.shouwang.workflow.Operations;
import org.shouwang.workflow.clock.CalendarGaps;
import org.shouwang.workflow.engine.StuckWork;
import org.shouwang.workflow.inbox.WorkSubjects;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 运行, for programs: what does not go on by itself, cases by number only. */
@RestController
@RequestMapping("/api/v1/operations")
class OperationsApi {

    private final StuckWork work;
    private final Operations operations;
    private final WorkSubjects subjects;
    private final CalendarGaps gaps;
    private final Actors actors;

    OperationsApi(StuckWork work, Operations operations, WorkSubjects subjects, CalendarGaps gaps, Actors actors) {
        this.work = work;
        this.operations = operations;
        this.subjects = subjects;
        this.gaps = gaps;
        this.actors = actors;
    }

    /**
     * @param number the case's or report's; empty when the process has none
     * @param reason class of the failure
     * @param next when the engine tries again; null when it has given up
     */
    record Job(
            String id,
            String process,
            String step,
            String number,
            Instant since,
            String reason,
            boolean dead,
            @Nullable Instant next) {}

    /**
     * @param executing whether this node's executor takes jobs
     * @param waiting jobs that are due now and not yet done, on all nodes
     * @param alarms what the calendars miss
     */
    record State(boolean executing, long waiting, List<Job> jobs, java.util.Collection<Integer> alarms) {}

    /** @param reason why it should work now; names nobody */
    record Retry(@Nullable String reason) {}

    @GetMapping
    @Requires("operations.read")
    State state() {
        return new State(
                work.executing(),
                work.waiting(),
                work.list().stream().map(this::job).toList(),
                gaps.alarms());
    }

    @PostMapping("/jobs/{id}/retry")
    @Requires("operations.act")
    Map<String, String> retry(@PathVariable String id, @RequestBody Retry told) {
        operations.retry(id, told.reason(), actors.current());
        return Map.of("id", id);
    }

    private Job job(StuckWork.Stuck stuck) {
        UUID subject = stuck.subject();
        return new Job(
                stuck.id(),
                stuck.process(),
                stuck.step(),
                subject == null ? "" : subjects.numberForOperations(subject),
                stuck.since(),
                stuck.reason(),
                stuck.dead(),
                stuck.dead() ? null : stuck.next());
    }
}

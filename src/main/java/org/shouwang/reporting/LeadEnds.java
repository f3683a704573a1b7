package org.shouwang.reporting;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Subject;
import org.shouwang.casefile.LeadEnded;
import org.shouwang.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends a lead that becomes no case: its state, its clocks, and whoever has to keep it until its time is over. */
@Component
class LeadEnds {

    private final ReportStore store;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeadEnds(ReportStore store, Workflow workflow, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.workflow = workflow;
        this.events = events;
        this.clock = clock;
    }

    void end(ReportView report, String state, @Nullable String referredTo) {
        store.ended(report.id(), state, referredTo);
        store.done(report.id(), clock.instant());
        workflow.happened(report.id(), "report-done");
        Subject subject = Subject.of(report.id(), "report", report.division(), report.sealedClass());
        events.publishEvent(new LeadEnded(subject, report.number(), state));
    }
}

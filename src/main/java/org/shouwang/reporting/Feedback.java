package org.shouwang.reporting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.shouwang.workflow.form.RecordSight;
import org.shouwang.workflow.form.Records;
import org.springframework.stereotype.Component;

/**
 * {@code S07-feedback}. A message (系统消息) reaches the reporter on the page of the report itself: whoever writes it
 * needs not know who that is, and no notice names an officer beside a report. Of a restricted report the reporter sees
 * the state only.
 */
@Component
class Feedback implements RecordHandler {

    private static final String FORM = "S07-feedback";

    private final ReportStore store;
    private final Records records;

    Feedback(ReportStore store, Records records) {
        this.store = store;
        this.records = records;
    }

    @Override
    public String form() {
        return FORM;
    }

    /** @throws Refusal 422 for a message about a restricted report, which nobody would get to see */
    @Override
    public Map<String, Object> handle(Completion completion) {
        boolean restricted = store.find(completion.subject())
                .map(report -> report.sealedClass().equals("restricted"))
                .orElse(false);
        if (restricted && completion.data().path("toldBy").asString("").equals("message")) {
            throw Refusal.invalid(List.of(FieldProblem.at("toldBy", "feedback-restricted")));
        }
        return Map.of();
    }

    /** What the reporter was told by message, the latest first. */
    List<Told> of(UUID report) {
        return records.of(report, RecordSight.of(Set.of())).stream()
                .filter(record -> record.form().equals(FORM)
                        && record.data().path("toldBy").asString("").equals("message"))
                .map(record -> new Told(record.at(), record.data().path("said").asString("")))
                .toList();
    }
}

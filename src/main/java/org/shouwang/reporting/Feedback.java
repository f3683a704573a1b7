package org.shouwang.reporting;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwang.access.Actor;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.shouwang.workflow.form.RecordSight;
import org.shouwang.workflow.form.Records;
import org.shouwang.workflow.form.StoredRecord;
import org.springframework.stereotype.Component;

/**
 * {@code S07-feedback}. A message (系统消息) reaches the reporter on the page of the report itself: whoever writes it
 * needs not know who that is, and no notice names an officer beside a report. Of a restricted report the reporter sees
 * the state only.
 */
@Component
class Feedback implements RecordHandler {

    private static final String FORM = "S07-feedback";

    /** The data class of names. */
    private static final String NAMES = "identity";

    /** Fields of the report that name somebody. */
    private static final List<String> NAMED = List.of("suspectName", "childName");

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

    /**
     * What the reporter was told by message, the latest first. Nothing to one who is kept off, or who is named in the
     * report: whoever wrote the message does not know who that is, and a refusal would tell.
     */
    List<Told> of(ReportView report, Actor reporter) {
        return keptOff(report, reporter)
                ? List.of()
                : of(report, reporter.officer().name());
    }

    /** What can be passed on to a caller of this name; the same keeps it from one who is named in the report. */
    List<Told> of(ReportView report, String caller) {
        List<StoredRecord> all = records.of(report.id(), RecordSight.of(Set.of(NAMES)));
        if (named(all, caller)) {
            return List.of();
        }
        return all.stream()
                .filter(record -> record.form().equals(FORM)
                        && record.data().path("toldBy").asString("").equals("message"))
                .map(record -> new Told(record.at(), record.data().path("said").asString("")))
                .toList();
    }

    private static boolean keptOff(ReportView report, Actor reporter) {
        return reporter.barred().contains(report.id())
                || report.caseId() != null && reporter.barred().contains(report.caseId());
    }

    private static boolean named(List<StoredRecord> records, String reporter) {
        return records.stream()
                .filter(record -> record.form().equals(Reports.FORM))
                .flatMap(record ->
                        NAMED.stream().map(field -> record.data().path(field).asString("")))
                .anyMatch(name -> !name.isBlank() && name.strip().equals(reporter.strip()));
    }
}

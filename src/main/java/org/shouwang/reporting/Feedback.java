package org.shouwang.reporting;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouwang.workflow.form.Records;
import org.springframework.stereotype.Component;

/**
 * {@code S07-feedback} by message (系统消息): it reaches the reporter on the page of the report itself. Whoever writes
 * it needs not know who that is, and no notice names an officer beside a report.
 */
@Component
class Feedback {

    private final Records records;

    Feedback(Records records) {
        this.records = records;
    }

    /** The latest first. */
    List<Told> of(UUID report) {
        return records.of(report, Set.of()).stream()
                .filter(record -> record.form().equals("S07-feedback")
                        && record.data().path("toldBy").asString("").equals("message"))
                .map(record -> new Told(record.at(), record.data().path("said").asString("")))
                .toList();
    }
}

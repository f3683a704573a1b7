package org.shouwang.referral;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shouwang.access.Division;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.journal.Journal;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** {@code F25-incoming}: another county transferred this case to us, and knows that it was accepted. */
@Component
class IncomingRecord implements RecordHandler {

    private final IncomingStore store;
    private final Counties counties;
    private final Cases cases;
    private final Journal journal;

    IncomingRecord(IncomingStore store, Counties counties, Cases cases, Journal journal) {
        this.store = store;
        this.counties = counties;
        this.cases = cases;
        this.journal = journal;
    }

    @Override
    public String form() {
        return "F25-incoming";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        CaseView file = cases.find(completion.subject()).orElseThrow();
        JsonNode said = completion.data();
        List<FieldProblem> wrong = new ArrayList<>();
        Division county = counties.other(said.path("fromCounty").asString(""), "fromCounty", file, wrong);
        LocalDate received = LocalDate.parse(said.path("receivedOn").asString());
        if (LocalDate.parse(said.path("acceptedOn").asString()).isBefore(received)) {
            wrong.add(FieldProblem.at("acceptedOn", "referral-accepted-early"));
        }
        if (county == null || !wrong.isEmpty()) {
            throw Refusal.invalid(wrong);
        }
        store.insert(completion, county.code(), file);
        journal.append(ReferralEntry.of(
                "referral.incoming",
                file.id(),
                completion.by(),
                completion.record(),
                Map.of(
                        "county", county.code(),
                        "record", completion.record().toString())));
        return Map.of();
    }
}

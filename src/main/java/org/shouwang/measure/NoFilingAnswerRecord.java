package org.shouwang.measure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code P07-no-filing-answer}: what the police answered to a request, or to the order to file. */
@Component
class NoFilingAnswerRecord implements RecordHandler {

    private final NoFilingStore store;

    NoFilingAnswerRecord(NoFilingStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "P07-no-filing-answer";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        NoFiling row = store.ofRun(completion.instance());
        boolean filed = completion.data().get("answer").asString().equals("filed");
        LocalDate on = LocalDate.parse(completion.data().get("answeredOn").asString());
        LocalDate asked = asked(row);
        if (asked != null && on.isBefore(asked)) {
            throw Refusal.invalid(List.of(FieldProblem.at("answeredOn", "answer-before-step")));
        }
        Map<String, LocalDate> dates = new HashMap<>();
        switch (row.waitsFor()) {
            case "reconsideration" -> dates.put("reconsidered_on", on);
            case "review" -> dates.put("reviewed_on", on);
            default -> {}
        }
        if (filed) {
            dates.put("filed_on", on);
        }
        store.set(completion, dates, ended(row, filed));
        // A review may be asked for within days of the reconsideration; after a review nothing more of the police.
        return Map.of("rightFrom", row.waitsFor().equals("reconsideration") ? on.toString() : "none");
    }

    private static @Nullable LocalDate asked(NoFiling row) {
        return switch (row.waitsFor()) {
            case "filing" -> row.orderedOn();
            case "review" -> row.reviewOn();
            default -> row.reconsiderOn();
        };
    }

    private static @Nullable String ended(NoFiling row, boolean filed) {
        if (filed) {
            return "filed";
        }
        return row.waitsFor().equals("filing") ? "upheld" : null;
    }
}

package org.shouwang.support;

import java.util.ArrayList;
import java.util.List;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a review says of each need: kept where it is something new, and not without a reason where a need was not met. */
@Component
class NeedResults {

    private static final String GROUP = "results";
    private static final String NOT_MET = "not-met";

    private final PlanStore store;

    NeedResults(PlanStore store) {
        this.store = store;
    }

    void keep(Completion said, List<Plans.Need> needs) {
        List<FieldProblem> problems = new ArrayList<>();
        int row = 0;
        for (JsonNode each : said.data().path(GROUP)) {
            String place = GROUP + "[" + row++ + "]";
            int position = each.get("no").asInt() - 1;
            if (position < needs.size()) {
                keep(each, place, said, needs.get(position), problems);
            } else {
                problems.add(FieldProblem.at(place + ".no", "need-unknown", needs.size()));
            }
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    private void keep(JsonNode row, String place, Completion said, Plans.Need need, List<FieldProblem> problems) {
        String result = row.path("result").asString("");
        if (result.isEmpty() || result.equals(need.result())) {
            return;
        }
        if (result.equals(NOT_MET) && row.path("why").asString("").isBlank()) {
            problems.add(FieldProblem.at(place + ".why", "need-not-met-why"));
        }
        store.result(need, result, said);
    }

    /** A row for each need, with what was said of it last. */
    static void put(ObjectNode known, List<Plans.Need> needs) {
        if (needs.isEmpty()) {
            return;
        }
        ArrayNode rows = known.putArray(GROUP);
        for (Plans.Need need : needs) {
            ObjectNode row = rows.addObject().put("no", need.position() + 1).put("need", need.need());
            if (need.result() != null) {
                row.put("result", need.result());
            }
        }
    }
}

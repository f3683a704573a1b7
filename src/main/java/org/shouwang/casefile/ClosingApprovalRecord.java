package org.shouwang.casefile;

import java.util.List;
import java.util.Map;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code S06-approve-closing}: between asking and approving a child may have gone missing. */
@Component
class ClosingApprovalRecord implements RecordHandler {

    private final Cases cases;
    private final ClosingTests tests;

    ClosingApprovalRecord(Cases cases, ClosingTests tests) {
        this.cases = cases;
        this.tests = tests;
    }

    @Override
    public String form() {
        return "S06-approve-closing";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        CaseView closing = cases.find(completion.subject()).orElseThrow();
        if (completion.data().path("approved").asString("").equals("yes")) {
            List<FieldProblem> problems = tests.bars(closing, "" + closing.closeReason(), "approved");
            if (!problems.isEmpty()) {
                throw Refusal.invalid(problems);
            }
        }
        return Map.of();
    }
}

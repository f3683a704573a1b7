package org.shouwang.hotline;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.access.Actor;
import org.shouwang.reporting.Handed;
import org.shouwang.reporting.Reports;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.form.FormBook;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Makes the report (线索) an order is about, by the answers of {@code F01-report}; from there on it is like any other. */
@Component
class OrderReport {

    /** Fields both forms have. */
    private static final List<String> SAME =
            List.of("danger", "situations", "worries", "division", "place", "childName", "childAge", "insider");

    /** What the report's form calls otherwise. */
    private static final Map<String, String> OURS =
            Map.of("narrative", "content", "contactPhone", "callerPhone", "foundAt", "calledAt");

    private final Reports reports;
    private final FormBook forms;

    OrderReport(Reports reports, FormBook forms) {
        this.reports = reports;
        this.forms = forms;
    }

    /** @throws Refusal 422 naming the order's own fields */
    UUID handOn(HotlineOrder order, Hotline line, ObjectNode answers, Actor by) {
        ObjectNode said = answers.objectNode();
        SAME.stream().filter(answers::has).forEach(field -> said.set(field, answers.get(field)));
        said.put("childKnown", "no");
        said.set("narrative", answers.get("content"));
        said.set("foundAt", answers.get("calledAt"));
        // Who left no number, or is not to be called back, is reached through the line.
        said.put("contactPhone", answers.path("callerPhone").asString(line.number()));
        Handed handed =
                new Handed(order.id(), "hotline", answers.path("callerName").asString(""), order.confidential());
        try {
            return reports.handOn(said, forms.get(Reports.FORM).version(), handed, by);
        } catch (Refusal refusal) {
            throw refusal.problems().isEmpty()
                    ? refusal
                    : Refusal.invalid(
                            refusal.problems().stream().map(OrderReport::ours).toList());
        }
    }

    private static FieldProblem ours(FieldProblem problem) {
        return new FieldProblem(OURS.getOrDefault(problem.path(), problem.path()), problem.code(), problem.arguments());
    }
}

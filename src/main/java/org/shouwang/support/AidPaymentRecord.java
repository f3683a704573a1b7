package org.shouwang.support;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** {@code A03-aid-payment}: no more than was granted, and not before it was asked for. */
@Component
class AidPaymentRecord implements RecordHandler {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final AidStore store;

    AidPaymentRecord(AidStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "A03-aid-payment";
    }

    @Override
    public Map<String, Object> handle(Completion said) {
        Aid asked = store.ofRun(said.instance()).get(0);
        ObjectNode data = said.data();
        List<FieldProblem> problems = new ArrayList<>();
        int granted = Objects.requireNonNullElse(asked.grantedAmount(), 0);
        if (data.get("paidAmount").asInt() > granted) {
            problems.add(FieldProblem.at("paidAmount", "aid-paid-most", granted));
        }
        if (LocalDate.parse(data.get("paidOn").asString()).isBefore(LocalDate.ofInstant(asked.requestedAt(), CHINA))) {
            problems.add(FieldProblem.at("paidOn", "aid-paid-early"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
        store.paid(said);
        return Map.of();
    }
}

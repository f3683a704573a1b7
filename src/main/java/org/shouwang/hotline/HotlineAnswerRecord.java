package org.shouwang.hotline;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwang.journal.Journal;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code K02-hotline-answer}: what the platform was told. */
@Component
class HotlineAnswerRecord implements RecordHandler {

    private final OrderStore store;
    private final Journal journal;

    HotlineAnswerRecord(OrderStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    @Override
    public String form() {
        return "K02-hotline-answer";
    }

    /** @throws Refusal 422 for an answer that is not what became of the order */
    @Override
    public Map<String, Object> handle(Completion completion) {
        HotlineOrder order = store.find(completion.subject()).orElseThrow();
        String answer = completion.data().get("answer").asString();
        boolean underWay = answer.equals("under-way");
        if (order.report() != null && !underWay) {
            throw Refusal.invalid(List.of(FieldProblem.at("answer", "hotline-answer-report")));
        }
        if (order.report() == null && underWay) {
            throw Refusal.invalid(List.of(FieldProblem.at("answer", "hotline-answer-none")));
        }
        @Nullable
        String organ = completion.data().hasNonNull("organ")
                ? completion.data().get("organ").asString()
                : null;
        store.answered(order.id(), answer, organ, completion.by().officer().id());
        journal.append(HotlineOrders.event(
                "hotline.answered", order.id(), completion.by(), Map.of("line", order.line(), "answer", answer)));
        return Map.of();
    }
}

package org.shouwang.hotline;

import java.util.Map;
import org.shouwang.journal.Journal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code K03-hotline-confidential}: the platform was told the one sentence that says nothing (已按规定办理). */
@Component
class ConfidentialAnswerRecord implements RecordHandler {

    private static final String ANSWER = "confidential";

    private final OrderStore store;
    private final Journal journal;

    ConfidentialAnswerRecord(OrderStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    @Override
    public String form() {
        return "K03-hotline-confidential";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        HotlineOrder order = store.find(completion.subject()).orElseThrow();
        store.answered(order.id(), ANSWER, null, completion.by().officer().id());
        journal.append(HotlineOrders.event(
                "hotline.answered", order.id(), completion.by(), Map.of("line", order.line(), "answer", ANSWER)));
        return Map.of();
    }
}

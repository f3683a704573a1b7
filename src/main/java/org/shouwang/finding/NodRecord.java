package org.shouwang.finding;

import java.util.Map;
import org.shouwang.journal.Journal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code H02-nod}: another person agrees with what was seen or done, or sends it back. */
@Component
class NodRecord implements RecordHandler {

    private final HintStore store;
    private final Journal journal;

    NodRecord(HintStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    @Override
    public String form() {
        return "H02-nod";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        String nod = completion.data().get("nod").asString();
        if (nod.equals("agreed")) {
            store.ended(completion.subject(), completion.at());
        } else {
            store.returned(completion.subject(), completion.data().get("reason").asString());
        }
        journal.append(Hints.event("hint.checked", completion.subject(), completion.by(), Map.of("nod", nod)));
        return Map.of();
    }
}

package org.shouwang.finding;

import java.util.Map;
import org.shouwang.journal.Journal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code H03-county}: what the county did with a hint that is its alone. */
@Component
class CountyLookRecord implements RecordHandler {

    private final HintStore store;
    private final Journal journal;

    CountyLookRecord(HintStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    @Override
    public String form() {
        return "H03-county";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        String looked = completion.data().get("looked").asString();
        store.looked(completion.subject(), looked, looked.equals("reported"), completion.at());
        journal.append(Hints.event("hint.looked", completion.subject(), completion.by(), Map.of()));
        return Map.of();
    }
}

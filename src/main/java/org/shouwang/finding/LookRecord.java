package org.shouwang.finding;

import java.util.Map;
import java.util.Set;
import org.shouwang.journal.Journal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code H01-look}: what whoever was sent to a child has seen. */
@Component
class LookRecord implements RecordHandler {

    /** What needs nobody else's eye: all is well, or a report follows by a way of its own. */
    private static final Set<String> ENDS = Set.of("fine", "risk");

    private final HintStore store;
    private final Journal journal;

    LookRecord(HintStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    @Override
    public String form() {
        return "H01-look";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        String outcome = completion.data().get("outcome").asString();
        store.looked(completion.subject(), outcome, ENDS.contains(outcome), completion.at());
        // Not that there was a risk: who reports one is nobody's to find out from the journal.
        journal.append(Hints.event("hint.looked", completion.subject(), completion.by(), Map.of()));
        return Map.of();
    }
}

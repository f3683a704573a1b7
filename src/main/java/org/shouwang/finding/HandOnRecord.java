package org.shouwang.finding;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.access.Access;
import org.shouwang.access.Divisions;
import org.shouwang.access.Subject;
import org.shouwang.journal.Journal;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.shouwang.workflow.Workflow;
import org.springframework.stereotype.Component;

/** {@code H04-place}: a child who is elsewhere is that village's to look after, or another county's. */
@Component
class HandOnRecord implements RecordHandler {

    private final HintStore store;
    private final Divisions divisions;
    private final Access access;
    private final Workflow workflow;
    private final Journal journal;

    HandOnRecord(HintStore store, Divisions divisions, Access access, Workflow workflow, Journal journal) {
        this.store = store;
        this.divisions = divisions;
        this.access = access;
        this.workflow = workflow;
        this.journal = journal;
    }

    @Override
    public String form() {
        return "H04-place";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        String placed = completion.data().get("placed").asString();
        if (placed.equals("village")) {
            handOn(completion.subject(), completion.data().get("village").asString());
        } else {
            store.looked(completion.subject(), placed, true, completion.at());
        }
        journal.append(Hints.event("hint.handed-on", completion.subject(), completion.by(), Map.of("to", placed)));
        return Map.of();
    }

    private void handOn(UUID id, String village) {
        boolean known = divisions.find(village).stream()
                .anyMatch(place -> place.level().equals("village")
                        && access.may("hint.read", Subject.of(id, Hint.KIND, place.code(), "open")));
        if (!known) {
            throw Refusal.invalid(List.of(FieldProblem.at("village", "unknown-division")));
        }
        store.moved(id, village);
        store.find(id).map(Hints::subject).ifPresent(workflow::describe);
    }
}

package org.shouwang.finding;

import java.util.Optional;
import java.util.UUID;
import org.shouwang.access.Actor;
import org.shouwang.reporting.ReportStart;
import org.shouwang.rowsecurity.RowIdentity;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A report that begins at a hint has the child's name and village in it. That it began there is written nowhere. */
@Component
class HintReport implements ReportStart {

    private final HintStore store;
    private final RowIdentity identity;

    HintReport(HintStore store, RowIdentity identity) {
        this.store = store;
        this.identity = identity;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ObjectNode> known(UUID from, Actor by) {
        if (by.barred().contains(from) || !store.works(from, by.officer().id())) {
            return Optional.empty();
        }
        // Whoever is sent to a child reads its hint; the task was judged when it was taken.
        identity.open(from);
        return store.find(from).map(HintReport::answers);
    }

    private static ObjectNode answers(Hint hint) {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        answers.put("division", hint.division());
        answers.put("childKnown", "no");
        answers.put("childName", hint.name());
        return answers;
    }
}

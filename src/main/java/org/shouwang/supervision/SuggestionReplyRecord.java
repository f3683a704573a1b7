package org.shouwang.supervision;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shouwang.journal.Journal;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** {@code F26-suggestion-reply}: the unit has replied in writing. */
@Component
class SuggestionReplyRecord implements RecordHandler {

    private final SuggestionStore store;
    private final Journal journal;

    SuggestionReplyRecord(SuggestionStore store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    @Override
    public String form() {
        return "F26-suggestion-reply";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        Suggestion suggestion = store.ofRun(completion.instance()).orElseThrow();
        ObjectNode data = completion.data();
        LocalDate on = LocalDate.parse(data.get("repliedOn").asString());
        if (on.isBefore(suggestion.receivedOn())) {
            throw Refusal.invalid(List.of(FieldProblem.at("repliedOn", "suggestion-reply-early")));
        }
        store.replied(
                suggestion.id(),
                on,
                data.hasNonNull("replyNo") ? data.get("replyNo").asString() : null,
                completion.record(),
                completion.by().officer().id());
        journal.append(SupervisionEntry.of(
                "suggestion.replied",
                completion.subject(),
                completion.by(),
                suggestion.id(),
                Map.of("record", completion.record().toString())));
        return Map.of();
    }
}

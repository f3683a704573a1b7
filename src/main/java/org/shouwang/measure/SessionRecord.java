package org.shouwang.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code S12-measure-session}: one session of guidance; whether there are more depends on how often the person came. */
@Component
class SessionRecord implements RecordHandler {

    private final MeasureStore store;

    SessionRecord(MeasureStore store) {
        this.store = store;
    }

    @Override
    public String form() {
        return "S12-measure-session";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        LocalDate on = LocalDate.parse(completion.data().get("heldOn").asString());
        if (on.isBefore(store.issuedOn(completion.instance()))) {
            throw Refusal.invalid(List.of(FieldProblem.at("heldOn", "session-early")));
        }
        store.held(completion);
        boolean over = completion.data().get("ended").asString().equals("yes") || store.complete(completion.instance());
        return Map.of("sessionsOver", over ? "yes" : "no");
    }
}

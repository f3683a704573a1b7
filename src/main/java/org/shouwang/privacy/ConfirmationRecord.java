package org.shouwang.privacy;

import java.util.Map;
import java.util.Objects;
import org.shouwang.journal.Journal;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/** {@code R04-confirm}: the second person's word on a refusal or a deletion; without it nothing is answered. */
@Component
class ConfirmationRecord implements RecordHandler {

    private final DataRequestStore store;
    private final Erasures erasures;
    private final Journal journal;

    ConfirmationRecord(DataRequestStore store, Erasures erasures, Journal journal) {
        this.store = store;
        this.erasures = erasures;
        this.journal = journal;
    }

    @Override
    public String form() {
        return "R04-confirm";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        DataRequest request = store.handledIn(completion.instance()).orElseThrow();
        // The task is closed to the handler already; this holds should a county draw the process differently.
        if (completion.by().officer().id().equals(request.decidedBy())) {
            throw Refusal.forbidden("four-eyes");
        }
        boolean agreed = completion.data().get("agreed").asString().equals("yes");
        journal.append(PrivacyEntry.of(
                "request.confirmed",
                completion.subject(),
                completion.by(),
                request.id(),
                Map.of("kind", request.kind(), "agreed", agreed ? "yes" : "no")));
        if (agreed) {
            boolean granted = "grant".equals(request.decision());
            store.answered(
                    request.id(),
                    granted ? "granted" : "refused",
                    completion.by().officer().id(),
                    completion.at());
            if (granted && request.kind().equals("delete")) {
                erasures.proposeFor(request, Objects.requireNonNull(request.decidedBy()));
            }
        }
        return Map.of();
    }
}

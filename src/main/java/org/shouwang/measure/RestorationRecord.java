package org.shouwang.measure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/**
 * {@code J03-restoration-application}: who asked the court, and when. Outside its time it is recorded all the same, with a
 * note: whether it is too early or too late the court says.
 */
@Component
class RestorationRecord implements RecordHandler {

    private static final String APPLIED = "appliedOn";

    private final RestorationStore store;
    private final MeasureRules rules;

    RestorationRecord(RestorationStore store, MeasureRules rules) {
        this.store = store;
        this.rules = rules;
    }

    @Override
    public String form() {
        return "J03-restoration-application";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        LocalDate revoked = store.revokedOn(completion.subject()).orElseThrow(() -> refused("restoration-not-revoked"));
        LocalDate applied = LocalDate.parse(completion.data().get(APPLIED).asString());
        if (applied.isBefore(revoked)) {
            throw refused("restoration-before-revocation");
        }
        store.applied(completion, revoked, rules.restoration().timing(revoked, applied));
        return Map.of();
    }

    private static Refusal refused(String code) {
        return Refusal.invalid(List.of(FieldProblem.at(APPLIED, code)));
    }
}

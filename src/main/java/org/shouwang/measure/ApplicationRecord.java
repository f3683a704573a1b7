package org.shouwang.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwang.casefile.GuardianshipGrounds;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.Completion;
import org.shouwang.workflow.RecordHandler;
import org.springframework.stereotype.Component;

/**
 * {@code F19-revocation-application}: who applies to the court, and on which ground. Civil affairs does only with a
 * guardianship assessment, and where a conference has concluded so or a written suggestion asks for it; nobody else is
 * bound by that.
 */
@Component
class ApplicationRecord implements RecordHandler {

    private static final String CIVIL_AFFAIRS = "civil-affairs";

    private final RevocationStore store;
    private final GuardianshipGrounds grounds;

    ApplicationRecord(RevocationStore store, GuardianshipGrounds grounds) {
        this.store = store;
        this.grounds = grounds;
    }

    @Override
    public String form() {
        return "F19-revocation-application";
    }

    @Override
    public Map<String, Object> handle(Completion completion) {
        if (completion.data().get("applicant").asString().equals(CIVIL_AFFAIRS)) {
            requireGrounds(completion.subject());
        }
        store.applied(completion);
        return Map.of();
    }

    private void requireGrounds(UUID caseId) {
        List<FieldProblem> missing = new ArrayList<>();
        if (!grounds.advisedToRevoke(caseId)) {
            missing.add(FieldProblem.at("applicant", "revocation-without-conference"));
        }
        if (!grounds.assessed(caseId)) {
            missing.add(FieldProblem.at("applicant", "revocation-without-assessment"));
        }
        if (!missing.isEmpty()) {
            throw Refusal.invalid(missing);
        }
    }
}

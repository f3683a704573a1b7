package org.shouwang.casefile;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What has to be there before civil affairs decides on guardianship or goes to court about it. What was found before a
 * conference left the child at home, or sent it back there, no longer counts.
 */
@Component
public class GuardianshipGrounds {

    /** {@code CONFERENCE_CONCLUSION}s by which a child is at home with its guardian. */
    private static final Set<String> HOME = Set.of("return", "support");

    private static final String REVOKE = "revoke";

    private final Cases cases;
    private final ObjectProvider<GuardianshipAssessed> assessments;
    private final ObjectProvider<RevocationAdvice> advice;

    GuardianshipGrounds(
            Cases cases, ObjectProvider<GuardianshipAssessed> assessments, ObjectProvider<RevocationAdvice> advice) {
        this.cases = cases;
        this.assessments = assessments;
        this.advice = advice;
    }

    /** Whether there is a guardianship assessment (F05) to decide on. */
    public boolean assessed(UUID caseId) {
        Instant home = atHome(caseId).orElse(Instant.MIN);
        return assessments.stream()
                .flatMap(each -> each.lastAssessed(caseId).stream())
                .anyMatch(home::isBefore);
    }

    /** Whether a conference has concluded to seek revocation, or a court or procuratorate has suggested it in writing. */
    public boolean advisedToRevoke(UUID caseId) {
        return conferred(caseId) || advice.stream().anyMatch(each -> each.advised(caseId));
    }

    private boolean conferred(UUID caseId) {
        Instant home = atHome(caseId).orElse(Instant.MIN);
        return cases.conferences(caseId).stream()
                .filter(held -> held.conclusion().equals(REVOKE))
                .anyMatch(held -> held.heldAt().isAfter(home));
    }

    private Optional<Instant> atHome(UUID caseId) {
        return cases.conferences(caseId).stream()
                .filter(held -> HOME.contains(held.conclusion()))
                .map(CaseConference::heldAt)
                .findFirst();
    }
}

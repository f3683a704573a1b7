package org.shouwang.measure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.casefile.CasePart;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How far a suit to revoke guardianship has come, on the case's page: codes and dates. */
@Component
class RevocationPart implements CasePart {

    private final RevocationStore store;
    private final Catalogues catalogues;
    private final MessageSource messages;

    RevocationPart(RevocationStore store, Catalogues catalogues, MessageSource messages) {
        this.store = store;
        this.catalogues = catalogues;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "revocation";
    }

    @Override
    public List<Line> lines(UUID caseId, Locale locale) {
        return store.ofCase(caseId).stream()
                .map(suit -> new Line(suit.at(), suit.record(), state(suit, locale), details(suit, locale)))
                .toList();
    }

    private String state(Revocation suit, Locale locale) {
        if (suit.decision() != null) {
            return code("REVOKE_DECISION", suit.decision(), locale);
        }
        return suit.acceptance() != null
                ? code("COURT_ACCEPTANCE", suit.acceptance(), locale)
                : messages.getMessage("revocation.preparing", null, locale);
    }

    private List<String> details(Revocation suit, Locale locale) {
        List<String> details = new ArrayList<>();
        details.add(say("revocation.applicant", locale, code("REVOKE_APPLICANT", suit.applicant(), locale)));
        dated(details, "revocation.applied", suit.appliedOn(), locale);
        dated(details, "revocation.accepted", suit.acceptedOn(), locale);
        dated(details, "revocation.decided", suit.decidedOn(), locale);
        if (suit.newGuardian() != null) {
            details.add(say("revocation.guardian", locale, code("NEW_GUARDIAN", suit.newGuardian(), locale)));
        }
        dated(details, "revocation.settled", suit.settledOn(), locale);
        if (suit.nextStep() != null) {
            details.add(say("revocation.next", locale, code("REVOKE_NEXT", suit.nextStep(), locale)));
        }
        dated(details, "revocation.check", suit.checkOn(), locale);
        return details;
    }

    private void dated(List<String> details, String key, @Nullable LocalDate on, Locale locale) {
        if (on != null) {
            details.add(say(key, locale, on.toString()));
        }
    }

    private String say(String key, Locale locale, String what) {
        return messages.getMessage(key, new Object[] {what}, locale);
    }

    private String code(String list, String key, Locale locale) {
        return catalogues.current().codes().name(list, key, locale);
    }
}

package org.shouwang.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwang.casefile.CasePart;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.catalogue.Codes;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Visits on the case's page. */
@Component
class VisitPart implements CasePart {

    private final Visits visits;
    private final Catalogues catalogues;
    private final MessageSource messages;

    VisitPart(Visits visits, Catalogues catalogues, MessageSource messages) {
        this.visits = visits;
        this.catalogues = catalogues;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "visit";
    }

    @Override
    public List<Line> lines(UUID caseId, Locale locale) {
        Codes codes = catalogues.current().codes();
        return visits.of(caseId).stream()
                .map(visit -> new Line(
                        visit.when(),
                        visit.record(),
                        codes.name("VISIT_RESULT", visit.outcome(), locale),
                        details(visit, codes, locale)))
                .toList();
    }

    private List<String> details(Visits.Visit visit, Codes codes, Locale locale) {
        List<String> details = new ArrayList<>();
        if (visit.danger()) {
            details.add(messages.getMessage("visit.danger", null, locale));
        }
        if (visit.missReason() != null) {
            details.add(codes.name("MISS_REASON", visit.missReason(), locale));
        }
        if (visit.alone() != null) {
            details.add(messages.getMessage(visit.alone() ? "visit.alone" : "visit.not-alone", null, locale));
        }
        return details;
    }
}

package org.shouwang.support;

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

/** How far an application for legal aid has come, on the case's page: codes and dates. */
@Component
class LegalAidPart implements CasePart {

    private final LegalAidStore store;
    private final Catalogues catalogues;
    private final MessageSource messages;

    LegalAidPart(LegalAidStore store, Catalogues catalogues, MessageSource messages) {
        this.store = store;
        this.catalogues = catalogues;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "legal-aid";
    }

    @Override
    public List<Line> lines(UUID caseId, Locale locale) {
        return store.ofCase(caseId).stream()
                .map(aid -> new Line(aid.at(), aid.record(), state(aid, locale), details(aid, locale)))
                .toList();
    }

    private String state(LegalAid aid, Locale locale) {
        if (aid.answer() != null) {
            return code("LEGAL_AID_ANSWER", aid.answer(), locale);
        }
        return aid.decision() == null
                ? messages.getMessage("legal-aid.waiting", null, locale)
                : code("LEGAL_AID_DECISION", aid.decision(), locale);
    }

    private List<String> details(LegalAid aid, Locale locale) {
        List<String> details = new ArrayList<>();
        details.add(say(
                "legal-aid.what",
                locale,
                code("NEED_FOR", aid.whose(), locale),
                code("LEGAL_MATTER", aid.matter(), locale)));
        dated(details, "legal-aid.applied", aid.appliedOn(), locale);
        dated(details, "legal-aid.decided", aid.decidedOn(), locale);
        dated(details, "legal-aid.objected", aid.objectedOn(), locale);
        dated(details, "legal-aid.assigned", aid.assignedOn(), locale);
        return details;
    }

    private void dated(List<String> details, String key, @Nullable LocalDate on, Locale locale) {
        if (on != null) {
            details.add(say(key, locale, on.toString()));
        }
    }

    private String say(String key, Locale locale, Object... words) {
        return messages.getMessage(key, words, locale);
    }

    private String code(String list, String key, Locale locale) {
        return catalogues.current().codes().name(list, key, locale);
    }
}

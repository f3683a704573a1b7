package org.shouwang.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwang.casefile.CasePart;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Applications to restore guardianship on the case's page, and what stands in their way. */
@Component
class RestorationPart implements CasePart {

    private final RestorationStore store;
    private final Catalogues catalogues;
    private final MessageSource messages;

    RestorationPart(RestorationStore store, Catalogues catalogues, MessageSource messages) {
        this.store = store;
        this.catalogues = catalogues;
        this.messages = messages;
    }

    @Override
    public String key() {
        return RestorationSummary.PROCESS;
    }

    @Override
    public List<Line> lines(UUID caseId, Locale locale) {
        return store.ofCase(caseId).stream()
                .map(row -> new Line(row.at(), row.record(), state(row, locale), details(row, locale)))
                .toList();
    }

    private String state(Restoration row, Locale locale) {
        return row.decision() == null
                ? say("restoration.waiting", locale)
                : code("RESTORE_DECISION", row.decision(), locale);
    }

    private List<String> details(Restoration row, Locale locale) {
        List<String> details = new ArrayList<>();
        details.add(say(
                "restoration.applied",
                locale,
                code("MEASURE_PERSON", row.person(), locale),
                row.appliedOn().toString()));
        details.add(say("restoration.revoked", locale, row.revokedOn().toString()));
        if (!row.timing().equals("within")) {
            details.add(say("restoration." + row.timing(), locale));
        }
        if (row.crime().equals("yes")) {
            details.add(say("restoration.crime", locale));
        } else if (!row.crime().equals("no")) {
            details.add(say("restoration.crime-unsure", locale));
        }
        if (row.decidedOn() != null) {
            details.add(say("restoration.decided", locale, row.decidedOn().toString()));
        }
        return details;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private String code(String list, String key, Locale locale) {
        return catalogues.current().codes().name(list, key, locale);
    }
}

package org.shouwang.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.shouwang.casefile.CasePart;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Emergency aid on the case's page: how much, decided how, paid when. */
@Component
class AidPart implements CasePart {

    private final AidStore store;
    private final Catalogues catalogues;
    private final MessageSource messages;

    AidPart(AidStore store, Catalogues catalogues, MessageSource messages) {
        this.store = store;
        this.catalogues = catalogues;
        this.messages = messages;
    }

    @Override
    public String key() {
        return AidGround.PROCESS;
    }

    @Override
    public List<Line> lines(UUID caseId, Locale locale) {
        return store.ofCase(caseId).stream()
                .map(aid -> new Line(
                        aid.at(), aid.record(), code("AID_GROUND", aid.ground(), locale), details(aid, locale)))
                .toList();
    }

    private List<String> details(Aid aid, Locale locale) {
        List<String> details = new ArrayList<>();
        details.add(say("aid.asked", locale, aid.amount()));
        details.add(say("aid.decider." + aid.decider(), locale));
        if (aid.granted() != null) {
            details.add(
                    aid.granted()
                            ? say("aid.granted", locale, Objects.requireNonNullElse(aid.grantedAmount(), 0))
                            : say("aid.refused", locale));
        }
        if (aid.paidOn() != null) {
            details.add(say(
                    "aid.paid",
                    locale,
                    aid.paidOn().toString(),
                    Objects.requireNonNullElse(aid.paidAmount(), 0),
                    code("AID_WAY", "" + aid.paidBy(), locale)));
        }
        if (aid.simplified()) {
            details.add(
                    aid.papersOn() == null
                            ? say("aid.papers.open", locale)
                            : say("aid.papers", locale, aid.papersOn().toString()));
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

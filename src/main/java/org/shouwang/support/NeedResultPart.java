package org.shouwang.support;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwang.casefile.CasePart;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.catalogue.Codes;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What became of the needs of a plan, on the case's page: what, when, said by whom. */
@Component
class NeedResultPart implements CasePart {

    private final Plans plans;
    private final Catalogues catalogues;
    private final MessageSource messages;

    NeedResultPart(Plans plans, Catalogues catalogues, MessageSource messages) {
        this.plans = plans;
        this.catalogues = catalogues;
        this.messages = messages;
    }

    @Override
    public String key() {
        return "need-result";
    }

    @Override
    public List<Line> lines(UUID caseId, Locale locale) {
        return plans.results(caseId).stream()
                .map(said -> new Line(
                        said.at(),
                        said.record(),
                        text(said, locale),
                        List.of(messages.getMessage("plan.result.by", new Object[] {said.by()}, locale))))
                .toList();
    }

    private String text(Plans.Result said, Locale locale) {
        Codes codes = catalogues.current().codes();
        Object[] words = {codes.name("NEED", said.need(), locale), codes.name("NEED_RESULT", said.result(), locale)};
        return messages.getMessage("plan.result", words, locale);
    }
}

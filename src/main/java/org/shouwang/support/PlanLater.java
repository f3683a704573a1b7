package org.shouwang.support;

import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.casefile.RecordLater;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.catalogue.Codes;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The printed plan says what became of each need. */
@Component
class PlanLater implements RecordLater {

    private final Plans plans;
    private final Catalogues catalogues;
    private final MessageSource messages;

    PlanLater(Plans plans, Catalogues catalogues, MessageSource messages) {
        this.plans = plans;
        this.catalogues = catalogues;
        this.messages = messages;
    }

    @Override
    public String form() {
        return "F08-plan";
    }

    @Override
    public String toldBy() {
        return "S05-review";
    }

    @Override
    public String lines(UUID record, Locale locale) {
        return plans.ofRecord(record).stream().map(need -> line(need, locale)).collect(Collectors.joining("\n"));
    }

    private String line(Plans.Need need, Locale locale) {
        Codes codes = catalogues.current().codes();
        int number = need.position() + 1;
        String name = codes.name("NEED", need.need(), locale);
        if (need.result() == null) {
            return messages.getMessage("plan.later.open", new Object[] {number, name}, locale);
        }
        String result = codes.name("NEED_RESULT", need.result(), locale);
        return messages.getMessage(
                "plan.later", new Object[] {number, name, result, String.valueOf(need.resultOn())}, locale);
    }
}

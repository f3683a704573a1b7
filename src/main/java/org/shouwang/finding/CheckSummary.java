package org.shouwang.finding;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwang.web.Crumb;
import org.shouwang.workflow.SubjectSummary;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A planned check for the village that does it: which group, from when to when. */
@Component
class CheckSummary implements SubjectSummary {

    private final CheckStore store;
    private final Catalogues catalogues;
    private final MessageSource messages;

    CheckSummary(CheckStore store, Catalogues catalogues, MessageSource messages) {
        this.store = store;
        this.catalogues = catalogues;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return CheckPlans.KIND;
    }

    @Override
    public boolean first() {
        return true;
    }

    @Override
    public List<String> lines(UUID subject, boolean whole, Locale locale) {
        return store.village(subject)
                .flatMap(check -> store.plan(check.plan()))
                .map(plan -> List.of(messages.getMessage(
                        "check.summary",
                        new Object[] {
                            catalogues.current().codes().name("SCREENED", plan.screened(), locale),
                            plan.validFrom().toString(),
                            plan.validUntil().toString()
                        },
                        locale)))
                .orElse(List.of());
    }

    @Override
    public List<Crumb> links(InboxTask task, Locale locale) {
        return List.of(new Crumb(messages.getMessage("hint.report", null, locale), "/report"));
    }
}

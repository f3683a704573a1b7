package org.shouwang.privacy;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.access.Agencies;
import org.shouwang.workflow.SubjectSummary;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Beside the form of a withdrawal: what was consented to, for which unit. */
@Component
class WithdrawalSummary implements SubjectSummary {

    private final ConsentStore store;
    private final Agencies agencies;
    private final Catalogues catalogues;
    private final MessageSource messages;

    WithdrawalSummary(ConsentStore store, Agencies agencies, Catalogues catalogues, MessageSource messages) {
        this.store = store;
        this.agencies = agencies;
        this.catalogues = catalogues;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public String heading() {
        return "withdrawal";
    }

    @Override
    public List<String> lines(UUID subject, boolean whole, Locale locale) {
        return List.of();
    }

    @Override
    public List<String> lines(InboxTask task, boolean whole, Locale locale) {
        return store.askedIn(task.instanceId())
                .flatMap(asked -> store.find(asked.consent()).map(consent -> lines(asked.agency(), consent, locale)))
                .orElse(List.of());
    }

    private List<String> lines(UUID agency, Consent consent, Locale locale) {
        String fields = consent.fields().stream()
                .map(field -> code("DATA_FIELD", field, locale))
                .collect(Collectors.joining(locale.getLanguage().equals("en") ? "; " : "；"));
        return List.of(
                say(
                        "privacy.withdrawal.unit",
                        locale,
                        agencies.names(List.of(agency)).getOrDefault(agency, "")),
                say("privacy.withdrawal.purpose", locale, code("DATA_PURPOSE", consent.purpose(), locale)),
                say("privacy.withdrawal.fields", locale, fields));
    }

    private String code(String list, String key, Locale locale) {
        return catalogues.current().codes().name(list, key, locale);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}

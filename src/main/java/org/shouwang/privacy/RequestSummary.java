package org.shouwang.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.shouwang.workflow.SubjectSummary;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Beside the forms of a request: who asks for what about whom, and what the handler decided. */
@Component
class RequestSummary implements SubjectSummary {

    private final DataRequestStore store;
    private final Persons persons;
    private final Catalogues catalogues;
    private final MessageSource messages;

    RequestSummary(DataRequestStore store, Persons persons, Catalogues catalogues, MessageSource messages) {
        this.store = store;
        this.persons = persons;
        this.catalogues = catalogues;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public String heading() {
        return "request";
    }

    @Override
    public List<String> lines(UUID subject, boolean whole, Locale locale) {
        return List.of();
    }

    @Override
    public List<String> lines(InboxTask task, boolean whole, Locale locale) {
        return store.handledIn(task.instanceId())
                .map(request -> lines(request, locale))
                .orElse(List.of());
    }

    private List<String> lines(DataRequest request, Locale locale) {
        List<String> lines = new ArrayList<>();
        lines.add(say(
                "privacy.request.who",
                locale,
                request.asker(),
                code("REQUEST_BY", request.askedBy(), locale),
                code("IDENTITY_CHECK", request.identityCheck(), locale)));
        String about = request.person() == null
                ? ""
                : persons.find(request.person()).map(PersonView::name).orElse("");
        lines.add(say("privacy.request.about", locale, code("REQUEST_KIND", request.kind(), locale), about));
        lines.add(say("privacy.request.wish", locale, request.wish()));
        if (request.decision() != null) {
            lines.add(say("privacy.request.decision", locale, code("REQUEST_OUT", request.decision(), locale)));
            if (request.ground() != null) {
                lines.add(say("privacy.request.ground", locale, code("REQUEST_REFUSAL", request.ground(), locale)));
            }
            lines.add(say("privacy.request.answer", locale, Objects.requireNonNullElse(request.answer(), "")));
        }
        return lines;
    }

    private String code(String list, String key, Locale locale) {
        return catalogues.current().codes().name(list, key, locale);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}

package org.shouwang.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.casefile.CasePart;
import org.shouwang.workflow.catalogue.Catalogues;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Suggestions on the case's page: which organ, which unit, until when it has to reply, when it did. */
@Component
class SuggestionPart implements CasePart {

    private final SuggestionStore store;
    private final Catalogues catalogues;
    private final MessageSource messages;
    private final Clock clock;

    SuggestionPart(SuggestionStore store, Catalogues catalogues, MessageSource messages, Clock clock) {
        this.store = store;
        this.catalogues = catalogues;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "suggestion";
    }

    @Override
    public List<Line> lines(UUID caseId, Locale locale) {
        return store.ofCase(caseId).stream()
                .flatMap(suggestion -> Stream.of(reply(suggestion, locale), document(suggestion, locale)))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Line> document(Suggestion suggestion, Locale locale) {
        List<String> details = new ArrayList<>();
        details.add(say(
                "suggestion.line.unit",
                locale,
                code("ORGAN", suggestion.unit(), locale),
                suggestion.receivedOn().toString()));
        if (suggestion.repliedOn() == null && suggestion.dueAt() != null) {
            LocalDate last = LocalDate.ofInstant(suggestion.dueAt().minusNanos(1), clock.getZone());
            details.add(say("suggestion.line.due", locale, last.toString()));
        }
        String what = say(
                "suggestion.line",
                locale,
                code("ORGAN", suggestion.organ(), locale),
                code("SUGGESTION_KIND", suggestion.kind(), locale));
        return Optional.ofNullable(suggestion.record())
                .map(record -> new Line(suggestion.recordedAt(), record, what, details));
    }

    private Optional<Line> reply(Suggestion suggestion, Locale locale) {
        LocalDate on = suggestion.repliedOn();
        UUID record = suggestion.replyRecord();
        if (on == null || record == null) {
            return Optional.empty();
        }
        return Optional.of(new Line(
                on.atStartOfDay(clock.getZone()).toInstant(),
                record,
                say("suggestion.line.replied", locale),
                List.of(code("ORGAN", suggestion.unit(), locale))));
    }

    private String code(String list, String key, Locale locale) {
        return catalogues.current().codes().name(list, key, locale);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}

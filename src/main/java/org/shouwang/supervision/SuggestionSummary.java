package org.shouwang.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwang.workflow.SubjectSummary;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Above the reply: which organ suggested what to which unit, and when that got it. */
@Component
class SuggestionSummary implements SubjectSummary {

    private final SuggestionStore store;
    private final RecordedWords words;
    private final Catalogues catalogues;
    private final MessageSource messages;

    SuggestionSummary(SuggestionStore store, RecordedWords words, Catalogues catalogues, MessageSource messages) {
        this.store = store;
        this.words = words;
        this.catalogues = catalogues;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public String heading() {
        return "suggestion";
    }

    @Override
    public boolean first() {
        return true;
    }

    /** Of the case as a whole nothing: only a task of the suggestion shows it. */
    @Override
    public List<String> lines(UUID subject, boolean whole, Locale locale) {
        return List.of();
    }

    @Override
    public List<String> lines(InboxTask task, boolean whole, Locale locale) {
        return store.ofRun(task.instanceId())
                .map(suggestion -> lines(suggestion, task, locale))
                .orElse(List.of());
    }

    private List<String> lines(Suggestion suggestion, InboxTask task, Locale locale) {
        List<String> lines = new ArrayList<>();
        lines.add(say(
                "suggestion.summary.document",
                locale,
                code("ORGAN", suggestion.organ(), locale),
                code("SUGGESTION_KIND", suggestion.kind(), locale),
                suggestion.documentNo() == null ? "" : suggestion.documentNo()));
        String unit = words.of(suggestion.record(), "unitName", task)
                .orElseGet(() -> code("ORGAN", suggestion.unit(), locale));
        lines.add(say(
                "suggestion.summary.unit", locale, unit, suggestion.receivedOn().toString()));
        words.of(suggestion.record(), "issue", task)
                .ifPresent(said -> lines.add(say("suggestion.summary.issue", locale, said)));
        return lines;
    }

    private String code(String list, String key, Locale locale) {
        return catalogues.current().codes().name(list, key, locale);
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}

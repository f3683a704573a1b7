package org.shouwang.supervision;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwang.access.Agencies;
import org.shouwang.workflow.SubjectSummary;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Above the answer and its check: which unit asks, on what ground, what; and what was said to it until now. */
@Component
class SupervisionSummary implements SubjectSummary {

    private final SupervisionStore store;
    private final RecordedWords words;
    private final Agencies agencies;
    private final Catalogues catalogues;
    private final MessageSource messages;

    SupervisionSummary(
            SupervisionStore store,
            RecordedWords words,
            Agencies agencies,
            Catalogues catalogues,
            MessageSource messages) {
        this.store = store;
        this.words = words;
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
        return "supervision";
    }

    @Override
    public boolean first() {
        return true;
    }

    /** Of the case as a whole nothing: only a task of the question shows it. */
    @Override
    public List<String> lines(UUID subject, boolean whole, Locale locale) {
        return List.of();
    }

    @Override
    public List<String> lines(InboxTask task, boolean whole, Locale locale) {
        return store.ofRun(task.instanceId())
                .map(request -> lines(request, task, locale))
                .orElse(List.of());
    }

    private List<String> lines(SupervisionRequest request, InboxTask task, Locale locale) {
        List<String> lines = new ArrayList<>();
        String unit = agencies.unitsOf(List.of(request.asker())).getOrDefault(request.asker(), "");
        String ground = catalogues.current().codes().name("SUPERVISION_GROUND", request.ground(), locale);
        lines.add(say("supervision.summary.asked", locale, unit, ground));
        words.of(request.record(), "question", task)
                .ifPresent(said -> lines.add(say("supervision.summary.question", locale, said)));
        words.of(request.answerRecord(), "answer", task)
                .ifPresent(said -> lines.add(say("supervision.summary.answer", locale, said)));
        words.of(request.answerRecord(), "change", task)
                .ifPresent(said -> lines.add(say("supervision.summary.change", locale, said)));
        words.of(request.checkRecord(), "reason", task)
                .ifPresent(said -> lines.add(say("supervision.summary.again", locale, said)));
        return lines;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}

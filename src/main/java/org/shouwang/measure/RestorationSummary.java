package org.shouwang.measure;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwang.workflow.SubjectSummary;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Above the forms of a restoration: when guardianship was revoked, and when its restoration may be asked for. */
@Component
class RestorationSummary implements SubjectSummary {

    static final String PROCESS = "restoration";

    private final RestorationStore store;
    private final MeasureRules rules;
    private final MessageSource messages;
    private final Clock clock;

    RestorationSummary(RestorationStore store, MeasureRules rules, MessageSource messages, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public String heading() {
        return PROCESS;
    }

    @Override
    public boolean first() {
        return true;
    }

    /** Of the case as a whole nothing: only a task of the restoration shows it. */
    @Override
    public List<String> lines(UUID subject, boolean whole, Locale locale) {
        return List.of();
    }

    @Override
    public List<String> lines(InboxTask task, boolean whole, Locale locale) {
        return task.process().equals(PROCESS)
                ? store.revokedOn(task.subjectId())
                        .map(revoked -> lines(revoked, locale))
                        .orElse(List.of())
                : List.of();
    }

    private List<String> lines(LocalDate revoked, Locale locale) {
        RestorationTerm term = rules.restoration();
        return List.of(
                say("restoration.revoked", locale, revoked.toString()),
                say(
                        "restoration.window",
                        locale,
                        term.opens(revoked).toString(),
                        term.closes(revoked).toString(),
                        term.basis()),
                say("restoration.now." + term.timing(revoked, LocalDate.now(clock)), locale));
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}

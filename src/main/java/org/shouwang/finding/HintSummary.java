package org.shouwang.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Divisions;
import org.shouwang.web.Crumb;
import org.shouwang.workflow.SubjectSummary;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A hint for whoever is sent: whose name, which village, and that somebody should look. Where it comes from is not known here. */
@Component
class HintSummary implements SubjectSummary {

    private final HintStore store;
    private final Divisions divisions;
    private final MessageSource messages;

    HintSummary(HintStore store, Divisions divisions, MessageSource messages) {
        this.store = store;
        this.divisions = divisions;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return Hint.KIND;
    }

    @Override
    public boolean first() {
        return true;
    }

    @Override
    public List<String> lines(UUID subject, boolean whole, Locale locale) {
        return store.find(subject).map(hint -> lines(hint, locale)).orElse(List.of());
    }

    private List<String> lines(Hint hint, Locale locale) {
        List<String> lines = new ArrayList<>();
        lines.add(say("hint.summary.child", locale, hint.name(), divisions.name(hint.division())));
        if (hint.misses() > 0) {
            lines.add(say("hint.summary.misses", locale, hint.misses()));
        }
        store.reasonReturned(hint.id()).ifPresent(reason -> lines.add(say("hint.summary.returned", locale, reason)));
        return lines;
    }

    /** A report can always be made at once; without this way as well. */
    @Override
    public List<Crumb> links(InboxTask task, Locale locale) {
        return List.of(new Crumb(say("hint.report", locale), report(task.subjectId())));
    }

    @Override
    public Optional<String> after(InboxTask task) {
        @Nullable
        String outcome = store.find(task.subjectId()).map(Hint::outcome).orElse(null);
        return "risk".equals(outcome) && task.form().equals("H01-look")
                ? Optional.of(report(task.subjectId()))
                : Optional.empty();
    }

    private static String report(UUID hint) {
        return "/report?from=" + hint;
    }

    private String say(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}

package org.shouwang.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.shouwang.workflow.SubjectSummary;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.stereotype.Component;

/** Above the closing report and its approval: what is not met yet, as far as the file tells. */
@Component
class ClosingSummary implements SubjectSummary {

    private static final Set<String> FORMS = Set.of("F22-closing", "S06-approve-closing");

    private final Cases cases;
    private final ClosingTests tests;

    ClosingSummary(Cases cases, ClosingTests tests) {
        this.cases = cases;
        this.tests = tests;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public String heading() {
        return "closing";
    }

    @Override
    public boolean first() {
        return true;
    }

    /** Of the case as a whole nothing: only a task that closes asks. */
    @Override
    public List<String> lines(UUID subject, boolean whole, Locale locale) {
        return List.of();
    }

    @Override
    public List<String> lines(InboxTask task, boolean whole, Locale locale) {
        if (!whole || !FORMS.contains(task.form())) {
            return List.of();
        }
        return cases.find(task.subjectId())
                .map(closing -> tests.sentences(closing, locale))
                .orElse(List.of());
    }
}

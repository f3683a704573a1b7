package org.shouwang.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.workflow.SubjectSummary;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Above the forms of emergency aid: what the place gives, on what basis, and what was asked for. */
@Component
class AidSummary implements SubjectSummary {

    private final AidStore store;
    private final AidRules rules;
    private final Cases cases;
    private final MessageSource messages;

    AidSummary(AidStore store, AidRules rules, Cases cases, MessageSource messages) {
        this.store = store;
        this.rules = rules;
        this.cases = cases;
        this.messages = messages;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public String heading() {
        return AidGround.PROCESS;
    }

    @Override
    public boolean first() {
        return true;
    }

    /** Of the case as a whole nothing: only a task about the aid shows it. */
    @Override
    public List<String> lines(UUID subject, boolean whole, Locale locale) {
        return List.of();
    }

    @Override
    public List<String> lines(InboxTask task, boolean whole, Locale locale) {
        if (!task.process().equals(AidGround.PROCESS)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        cases.find(task.subjectId())
                .map(CaseView::division)
                .flatMap(rules::of)
                .ifPresent(rule -> lines.addAll(rule(rule, locale)));
        store.ofRun(task.instanceId()).forEach(aid -> lines.addAll(asked(aid, locale)));
        return lines;
    }

    private List<String> rule(AidRule rule, Locale locale) {
        return List.of(
                say(
                        "aid.rule",
                        locale,
                        locale.getLanguage().equals("en") ? rule.en() : rule.zh(),
                        rule.most(),
                        rule.townshipLimit(),
                        rule.basis()),
                rule.standard());
    }

    private List<String> asked(Aid aid, Locale locale) {
        List<String> lines = new ArrayList<>(List.of(say("aid.asked", locale, aid.amount())));
        if (aid.urgent()) {
            lines.add(say("aid.urgent", locale, rules.urgentBasis()));
        }
        if (aid.grantedAmount() != null) {
            lines.add(say("aid.granted", locale, aid.grantedAmount()));
        }
        return lines;
    }

    private String say(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}

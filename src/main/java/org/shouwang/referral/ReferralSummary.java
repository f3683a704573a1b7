package org.shouwang.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.casefile.CaseView;
import org.shouwang.casefile.Cases;
import org.shouwang.workflow.SubjectSummary;
import org.shouwang.workflow.form.Records;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.stereotype.Component;

/** Above the forms of a referral: what went along, for whoever answers; what was answered, for whoever sent it. */
@Component
class ReferralSummary implements SubjectSummary {

    private static final Set<String> ANSWERING = Set.of(AnswerRecord.FORM, ResultRecord.FORM);

    private final ReferralStore store;
    private final Referrals referrals;
    private final ReferralWords words;
    private final Cases cases;
    private final Records records;
    private final Actors actors;

    ReferralSummary(
            ReferralStore store,
            Referrals referrals,
            ReferralWords words,
            Cases cases,
            Records records,
            Actors actors) {
        this.store = store;
        this.referrals = referrals;
        this.words = words;
        this.cases = cases;
        this.records = records;
        this.actors = actors;
    }

    @Override
    public String kind() {
        return "case";
    }

    @Override
    public String heading() {
        return "referral";
    }

    @Override
    public boolean first() {
        return true;
    }

    /** Of the case as a whole nothing: only a task of the referral shows it. */
    @Override
    public List<String> lines(UUID subject, boolean whole, Locale locale) {
        return List.of();
    }

    @Override
    public List<String> lines(InboxTask task, boolean whole, Locale locale) {
        return store.ofRun(task.instanceId())
                .filter(referral -> !task.form().equals("F25-referral"))
                .map(referral -> lines(referral, task, locale))
                .orElse(List.of());
    }

    private List<String> lines(Referral referral, InboxTask task, Locale locale) {
        List<String> lines = new ArrayList<>();
        lines.add(words.what(referral, locale));
        lines.add(words.say("referral.summary.from", locale, words.from(referral)));
        lines.addAll(words.details(referral, locale));
        if (!holds(task)) {
            return lines;
        }
        if (ANSWERING.contains(task.form())) {
            lines.addAll(referrals.said(referral, locale));
            Optional.ofNullable(referral.answerBy())
                    .ifPresent(day -> lines.add(words.say("referral.line.answer-by", locale, day.toString())));
            Optional.ofNullable(referral.until())
                    .ifPresent(day -> lines.add(words.say("referral.line.until", locale, day.toString())));
            cases.find(referral.caseId())
                    .map(CaseView::stage)
                    .ifPresent(stage ->
                            lines.add(words.say("referral.line.stage", locale, words.code("STAGE", stage, locale))));
        }
        wrote(referral.answerRecord()).ifPresent(said -> lines.add(words.say("referral.summary.answer", locale, said)));
        return lines;
    }

    /** Whoever has the task cannot do it without. */
    private boolean holds(InboxTask task) {
        Actor reader = actors.current();
        return task.open()
                && reader.names().contains(task.assignee())
                && !reader.barred().contains(task.subjectId());
    }

    private Optional<String> wrote(@Nullable UUID record) {
        return Optional.ofNullable(record)
                .flatMap(id -> records.find(id, Records.FULL_SIGHT))
                .map(stored -> stored.data().path("words").asString(""))
                .filter(said -> !said.isBlank());
    }
}

package org.shouwang.workflow;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwang.access.Actor;
import org.shouwang.access.Post;
import org.shouwang.access.Subject;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.form.DateSense;
import org.shouwang.workflow.form.Form;
import org.shouwang.workflow.form.FormBook;
import org.shouwang.workflow.form.FormCheck;
import org.shouwang.workflow.form.NewRecord;
import org.shouwang.workflow.form.Records;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** Checks and keeps forms that stand alone, outside any task: a report. */
@Service
public class Filing {

    private final FormBook forms;
    private final Records records;
    private final Clock clock;

    Filing(FormBook forms, Records records, Clock clock) {
        this.forms = forms;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Checks answers against the form in force.
     *
     * @param version of the form they were given to
     * @throws Refusal 422 with every wrong field
     */
    public void check(String form, int version, ObjectNode answers) {
        check(forms.get(form), version, answers, ZonedDateTime.now(clock));
    }

    static void check(Form form, int version, ObjectNode answers, ZonedDateTime now) {
        Locale locale = LocaleContextHolder.getLocale();
        List<FieldProblem> problems = new ArrayList<>(FormCheck.check(form, answers, locale));
        problems.addAll(DateSense.check(form, answers, now, locale));
        if (version != form.version()) {
            problems.add(0, FieldProblem.at("", "stale-version"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.invalid(problems);
        }
    }

    /** Keeps a record on which no officer's name stands, because who sent it is sealed elsewhere. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID store(String form, UUID subject, ObjectNode answers, String division, String sealedClass) {
        return records.store(new NewRecord(
                subject, null, forms.get(form), answers, division, sealedClass, null, null, clock.instant()));
    }

    /** Keeps what an officer filled in outside any task. */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID store(String form, Subject subject, ObjectNode answers, Actor by) {
        return records.store(new NewRecord(
                subject.id(),
                null,
                forms.get(form),
                answers,
                subject.division(),
                subject.sealedClass(),
                by.officer().id(),
                by.mainPost().map(Post::agency).orElse(null),
                clock.instant()));
    }
}

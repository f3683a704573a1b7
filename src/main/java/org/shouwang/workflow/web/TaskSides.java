package org.shouwang.workflow.web;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.shouwang.workflow.FormNames;
import org.shouwang.workflow.SubjectSummary;
import org.shouwang.workflow.clock.ClockText;
import org.shouwang.workflow.clock.ClockWords;
import org.shouwang.workflow.clock.Clocks;
import org.shouwang.workflow.form.RecordView;
import org.shouwang.workflow.form.RecordViews;
import org.shouwang.workflow.form.Records;
import org.shouwang.workflow.form.StoredRecord;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What one needs beside a form: the clock with its article, the subject in a few lines, what was answered before. */
@Component
class TaskSides {

    /** Whoever works on a task sees what was told about the child; the reporter is in no record. */
    private static final Set<String> SIGHT = Set.of("narrative", "identity", "address");

    private static final int RECORDS = 5;

    private final Clocks clocks;
    private final ClockText text;
    private final Records records;
    private final RecordViews views;
    private final FormNames names;
    private final ObjectProvider<SubjectSummary> summaries;

    TaskSides(
            Clocks clocks,
            ClockText text,
            Records records,
            RecordViews views,
            FormNames names,
            ObjectProvider<SubjectSummary> summaries) {
        this.clocks = clocks;
        this.text = text;
        this.records = records;
        this.views = views;
        this.names = names;
        this.summaries = summaries;
    }

    /**
     * @param clocks of this task, the most urgent first
     * @param summary of the case or report
     * @param records the latest ones of the subject, newest first
     */
    record Side(List<Named> clocks, List<String> summary, List<Earlier> records) {}

    /** A clock by its name: a task may have two. */
    record Named(String name, ClockWords words) {}

    /** @param at when it was sent */
    record Earlier(java.time.Instant at, RecordView record) {}

    Side of(InboxTask task, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        List<Named> named = clocks.ofTasks(List.of(task.id())).getOrDefault(task.id(), List.of()).stream()
                .map(clock ->
                        new Named(english ? clock.source().en() : clock.source().zh(), text.words(clock, locale)))
                .toList();
        List<String> summary = summaries.stream()
                .filter(each -> each.kind().equals(task.subjectKind()))
                .flatMap(each -> each.lines(task.subjectId(), locale).stream())
                .toList();
        List<Earlier> earlier = records.latest(task.subjectId(), RECORDS, SIGHT).stream()
                .map(stored -> earlier(stored, locale))
                .toList();
        return new Side(named, summary, earlier);
    }

    private Earlier earlier(StoredRecord stored, Locale locale) {
        return new Earlier(stored.at(), views.show(stored, names.names(stored.data()), locale));
    }
}

package org.shouwang.workflow.web;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Sight;
import org.shouwang.web.Crumb;
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

    private static final int RECORDS = 5;

    private final Clocks clocks;
    private final ClockText text;
    private final Records records;
    private final RecordViews views;
    private final FormNames names;
    private final ObjectProvider<SubjectSummary> summaries;
    private final Access access;
    private final Clock clock;

    TaskSides(
            Clocks clocks,
            ClockText text,
            Records records,
            RecordViews views,
            FormNames names,
            ObjectProvider<SubjectSummary> summaries,
            Access access,
            Clock clock) {
        this.clocks = clocks;
        this.text = text;
        this.records = records;
        this.views = views;
        this.names = names;
        this.summaries = summaries;
        this.access = access;
        this.clock = clock;
    }

    /**
     * @param clocks of this task, the most urgent first
     * @param summaries of the case or report, each with its heading
     * @param records the latest ones of the subject, newest first, as far as they are for this reader
     * @param subjectOpens whether the reader may open the case
     */
    record Side(List<Named> clocks, List<Summary> summaries, List<Earlier> records, boolean subjectOpens) {}

    /** A clock by its name: a task may have two. */
    record Named(String name, ClockWords words) {}

    /**
     * @param heading the message {@code task.summary.<heading>}
     * @param first whether it stands before the form
     * @param links where to go from there
     */
    record Summary(String heading, List<String> lines, boolean first, List<Crumb> links) {}

    /** @param at when it was sent */
    record Earlier(ZonedDateTime at, RecordView record) {}

    Side of(InboxTask task, Actor reader, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        List<Named> named = clocks.ofTasks(List.of(task.id())).getOrDefault(task.id(), List.of()).stream()
                .map(clock ->
                        new Named(english ? clock.source().en() : clock.source().zh(), text.words(clock, locale)))
                .toList();
        boolean opens = access.may(reader, task.subjectKind() + ".read", task.subject());
        List<Summary> told = summaries
                .orderedStream()
                .filter(each -> each.kind().equals(task.subjectKind()))
                .map(each -> new Summary(
                        each.heading(), each.lines(task, opens, locale), each.first(), each.links(task, locale)))
                .filter(each -> !each.lines().isEmpty())
                // The subject itself first, then what others know of it.
                .sorted(Comparator.comparing(each -> !each.heading().equals(task.subjectKind())))
                .toList();
        return new Side(named, told, earlier(task, reader, locale), opens);
    }

    /** Where to go on after the task. */
    String after(InboxTask task) {
        return summaries
                .orderedStream()
                .filter(each -> each.kind().equals(task.subjectKind()))
                .flatMap(each -> each.after(task).stream())
                .findFirst()
                .orElse("/inbox");
    }

    /** By form and field as the matrix says: a village that visits a child sees what it wrote itself, no assessment. */
    private List<Earlier> earlier(InboxTask task, Actor reader, Locale locale) {
        Sight sight = access.sight(reader, task.subject());
        return Stream.concat(Stream.of(task.subjectId()), before(task))
                .flatMap(subject -> records.latest(subject, RECORDS, sight::sees).stream())
                .filter(stored -> sight.reads(stored.form(), stored.officer()))
                .sorted(Comparator.comparing(StoredRecord::at).reversed())
                .limit(RECORDS)
                .map(stored -> earlier(stored, locale))
                .toList();
    }

    /** What stood in the report that became the case. */
    private Stream<UUID> before(InboxTask task) {
        return summaries.stream()
                .filter(each -> each.kind().equals(task.subjectKind()))
                .flatMap(each -> each.before(task.subjectId()).stream());
    }

    private Earlier earlier(StoredRecord stored, Locale locale) {
        return new Earlier(stored.at().atZone(clock.getZone()), views.show(stored, names.known(stored.data()), locale));
    }
}

package org.shouwang.casefile.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Agencies;
import org.shouwang.access.Post;
import org.shouwang.casefile.CaseView;
import org.shouwang.journal.Entry;
import org.shouwang.journal.Journal;
import org.shouwang.journal.Past;
import org.shouwang.workflow.clock.Clocks;
import org.shouwang.workflow.inbox.InboxTask;
import org.springframework.stereotype.Component;

/** The journal of a case and of the report it came from, told like a diary: which unit did what. */
@Component
class CaseDiary {

    /** Who looked is for the auditor; that a task came up shows when somebody takes it. */
    private static final Set<String> QUIET = Set.of(
            "case.read",
            "report.read",
            "task.read",
            "attachment.read",
            "attachment.stored",
            "task.opened",
            "notice.sent",
            // That a place ended elsewhere would say that there is another case.
            "placement.ended",
            // On a case that is open again these would say what was suspected.
            "case.restricted",
            "case.lift-proposed",
            "case.lift-refused",
            "case.lifted");

    private final Journal journal;
    private final Agencies agencies;
    private final Clocks clocks;
    private final CaseRecords records;
    private final Words words;

    CaseDiary(Journal journal, Agencies agencies, Clocks clocks, CaseRecords records, Words words) {
        this.journal = journal;
        this.agencies = agencies;
        this.clocks = clocks;
        this.records = records;
        this.words = words;
    }

    /** @param next the id to go on from, null at the end */
    record Diary(List<Day> days, @Nullable Long next) {}

    record Day(LocalDate date, String label, List<Line> lines) {}

    /**
     * @param unit who did it; empty when the system did
     * @param person by name, for colleagues of the same unit only
     * @param record the completed form, where there is one that the reader may open
     * @param sealed that something about this is kept elsewhere: the reporter
     */
    record Line(
            String time,
            String unit,
            @Nullable String person,
            String what,
            @Nullable String stage,
            @Nullable String record,
            boolean sealed) {}

    Diary of(
            CaseView found,
            List<InboxTask> tasks,
            Actor reader,
            long before,
            @Nullable String stage,
            int limit,
            Locale locale) {
        List<UUID> subjects = List.of(found.id(), found.sourceReport());
        List<Entry> entries = journal.past(new Past(subjects, before, stage, QUIET), limit + 1);
        boolean more = entries.size() > limit;
        List<Entry> shown = more ? entries.subList(0, limit) : entries;
        Telling telling = telling(shown, found, tasks, reader, locale);
        Map<LocalDate, List<Line>> days = new LinkedHashMap<>();
        shown.forEach(entry -> days.computeIfAbsent(words.day(entry.at()), day -> new ArrayList<>())
                .add(telling.line(entry)));
        List<Day> list = days.entrySet().stream()
                .map(day -> new Day(day.getKey(), label(day.getKey(), locale), day.getValue()))
                .toList();
        return new Diary(list, more ? shown.get(limit - 1).id() : null);
    }

    private String label(LocalDate day, Locale locale) {
        String date = java.time.format.DateTimeFormatter.ofPattern("yyyy-MM-dd EEE", locale)
                .format(day);
        long ago = java.time.temporal.ChronoUnit.DAYS.between(day, words.today());
        return ago < 2 ? words.say(ago == 0 ? "case.today" : "case.yesterday", locale, date) : date;
    }

    private Telling telling(List<Entry> entries, CaseView found, List<InboxTask> tasks, Actor reader, Locale locale) {
        Set<UUID> colleagues = reader.posts().stream().map(Post::agency).collect(Collectors.toSet());
        Map<String, String> things = new LinkedHashMap<>();
        tasks.forEach(task -> things.put(task.id(), task.name()));
        Set<String> untold =
                tasks.stream().filter(InboxTask::hidden).map(InboxTask::id).collect(Collectors.toSet());
        clocks.of(found.id())
                .forEach(clock -> things.put(
                        clock.id().toString(),
                        clock.task() != null && untold.contains(clock.task())
                                ? InboxTask.UNDER_WAY
                                : clock.source().zh()));
        Set<String> opening =
                records.opening(found).stream().map(UUID::toString).collect(Collectors.toSet());
        return new Telling(
                words,
                agencies.names(entries.stream()
                        .map(Entry::agency)
                        .filter(Objects::nonNull)
                        .toList()),
                agencies.officers(entries.stream()
                        .filter(entry -> entry.agency() != null && colleagues.contains(entry.agency()))
                        .map(Entry::officer)
                        .filter(Objects::nonNull)
                        .toList()),
                things,
                untold,
                opening,
                locale);
    }

    /**
     * @param things names of tasks and clocks, by id
     * @param untold tasks of which not even the unit is told
     * @param opening records the reader may open
     */
    private record Telling(
            Words words,
            Map<UUID, String> units,
            Map<UUID, String> people,
            Map<String, String> things,
            Set<String> untold,
            Set<String> opening,
            Locale locale) {

        Line line(Entry entry) {
            boolean told = entry.reference() == null || !untold.contains(entry.reference());
            String record = entry.details().get("record");
            return new Line(
                    words.format("HH:mm", entry.at(), locale),
                    entry.agency() == null || !told ? "" : units.getOrDefault(entry.agency(), ""),
                    entry.officer() == null || !told ? null : people.get(entry.officer()),
                    what(entry),
                    entry.stage() == null ? null : words.code("STAGE", entry.stage(), locale),
                    told && record != null && opening.contains(record) ? record : null,
                    entry.act().equals("report.received"));
        }

        private String graded(String act, String from, String to) {
            String grade = words.code("GRADE", to, locale);
            return from.equals(to)
                    ? words.say("case.did.grade-kept", locale, act, grade)
                    : words.say("case.did.graded", locale, act, words.code("GRADE", from, locale), grade);
        }

        private String what(Entry entry) {
            String act = words.act(entry.act(), locale);
            Map<String, String> details = entry.details();
            if (entry.act().equals("case.graded")) {
                return graded(act, details.getOrDefault("from", ""), details.getOrDefault("to", ""));
            }
            if (entry.act().equals("case.closed")) {
                return words.say(
                        "case.did",
                        locale,
                        act,
                        words.code("CLOSE_REASON", details.getOrDefault("reason", ""), locale));
            }
            String thing = entry.reference() == null ? null : things.get(entry.reference());
            return thing == null ? act : words.say("case.did", locale, act, thing);
        }
    }
}

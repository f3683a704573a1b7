package org.shouwang.supervision;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Scope;
import org.shouwang.placement.PlacementAlarms;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.inbox.SubjectTitles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists behind the board's numbers, oldest first, each a walk along an index from where the last page ended. */
@Service
public class WaitingLists {

    /** Lists of cases; the others are of tasks. */
    public static final Set<String> OF_CASES = Set.of("cases", "placed", "unplaced");

    private static final String TASKS = """
            select task.id key, task.subject_id, task.grade, case_file.stage, task.division, task.sealed_class,
                   task.due_at at, task.name what, task.id task
            from %s join inbox_task task on task.division between reach.first_code and reach.last_code
            left join case_file on case_file.id = task.subject_id
            where task.state = 'open' and not task.external and task.due_at < :now
              and (task.due_at, task.id) > (:afterAt, :afterKey) and (cast(:stage as text) is null or case_file.stage = :stage)
              and %s %s order by task.due_at, task.id limit :limit""";

    private static final String PLACES = """
            select key, subject_id, grade, stage, division, sealed_class, at, %6$s what, null task
            from (select cast(placement.id as text) key, case_file.id subject_id, case_file.grade, case_file.stage,
                         placement.division, case_file.sealed_class, placement.place,
                         case when placement.until <= :at then placement.until else placement.since end at, %4$s alarm
                  from %1$s join placement on placement.division between reach.first_code and reach.last_code
                  join case_file on case_file.id = placement.case_id and case_file.state = 'open'
                  where %3$s and %7$s and %2$s) away
            where %5$s and (at, key) > (:afterAt, :afterKey)
            order by at, key limit :limit""";

    private static final Map<String, String> LISTS = Map.of(
            "late",
            TASKS.formatted(Territory.REACH, Territory.tasksShown(), ""),
            "visits",
            TASKS.formatted(
                    Territory.REACH, Territory.tasksShown(), "and task.grade = '1' and task.form = 'F09-visit'"),
            "leads",
            """
                    select cast(report.id as text) key, report.id subject_id, report.grade, null stage, report.division,
                           report.sealed_class, received_at at, task.name what, task.id task
                    from %s join report on report.division between reach.first_code and reach.last_code
                    left join lateral (
                        select id, name from inbox_task
                        where subject_id = report.id and state = 'open' order by created_at limit 1) task on true
                    where report.state = 'received' and (received_at, cast(report.id as text)) > (:afterAt, :afterKey)
                      and %s
                    order by received_at, cast(report.id as text) limit :limit""".formatted(Territory.REACH, Territory.shown("report", "report.id")),
            "placed",
            PLACES.formatted(
                    Territory.REACH,
                    Territory.shown("case_file", "case_file.id"),
                    PlacementAlarms.LAST,
                    PlacementAlarms.ALARM,
                    "place not in ('home', 'missing') and alarm is distinct from 'gap'",
                    "place",
                    PlacementAlarms.AWAY),
            "unplaced",
            PLACES.formatted(
                    Territory.REACH,
                    Territory.shown("case_file", "case_file.id"),
                    PlacementAlarms.LAST,
                    PlacementAlarms.ALARM,
                    "alarm is not null",
                    "alarm",
                    PlacementAlarms.AWAY),
            "cases",
            """
                    select cast(case_file.id as text) key, case_file.id subject_id, grade, stage, division, sealed_class,
                           opened_at at, null what, null task
                    from %s join case_file on division between reach.first_code and reach.last_code
                    where state = 'open' and (opened_at, cast(case_file.id as text)) > (:afterAt, :afterKey)
                      and (cast(:stage as text) is null or coalesce(stage, 'reporting') = :stage)
                      and (cast(:grade as text) is null or grade = :grade)
                      and %s
                    order by opened_at, cast(case_file.id as text) limit :limit""".formatted(Territory.REACH, Territory.shown("case_file", "case_file.id")));

    private static final String SHOWN = """
            select key, kind, found.grade, found.stage, division.name place, at, what, task,
                   case when readable then found.subject_id end subject,
                   case when readable then subject.number end number,
                   case when readable then subject.title end title,
                   case when readable then subject.title_sealed end title_sealed, subject.id title_of, held.unit
            from (select found.*, %s readable from (%s) found) found
            join work_subject subject on subject.id = found.subject_id
            join division on division.code = found.division
            left join lateral (
                select %s unit from inbox_task task
                where task.id = coalesce(found.task, (
                    select id from inbox_task next where next.subject_id = found.subject_id and next.state = 'open'
                    order by next.external, next.due_at nulls last limit 1))) held on true
            order by at, key""";

    private final JdbcClient jdbc;
    private final SubjectTitles titles;
    private final Clock clock;
    private final RowIdentity identity;
    private final PlacementAlarms alarms;

    WaitingLists(JdbcClient jdbc, SubjectTitles titles, Clock clock, RowIdentity identity, PlacementAlarms alarms) {
        this.jdbc = jdbc;
        this.titles = titles;
        this.clock = clock;
        this.identity = identity;
        this.alarms = alarms;
    }

    /** What to show: only one stage, only one grade, or all. */
    public record Filter(@Nullable String stage, @Nullable String grade) {}

    /**
     * One page.
     *
     * @param list {@code late}, {@code visits}, {@code leads}, {@code placed}, {@code unplaced} or {@code cases}
     * @param reading how far the reader may see whom a row is about
     * @param after the last row of the page before as {@code <time>~<key>}, null for the first page
     */
    @Transactional(readOnly = true)
    public List<Waiting> page(
            String list, Territory territory, Filter filter, Scope reading, @Nullable String after, int limit) {
        String sql = LISTS.get(list);
        if (sql == null) {
            throw Refusal.notFound();
        }
        After from = After.parse(after);
        return identity.as(RowService.BOARD, () -> rows(sql, territory, filter, reading, from, limit));
    }

    private List<Waiting> rows(String sql, Territory territory, Filter filter, Scope reading, After from, int limit) {
        Instant now = clock.instant();
        return Names.with(jdbc.sql(SHOWN.formatted(Names.READABLE, sql, HeldBy.UNIT)), reading)
                .param("firsts", territory.firsts())
                .param("lasts", territory.lasts())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("today", LocalDate.now(clock))
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("unverifiedBefore", alarms.unverifiedBefore(now))
                .param("stage", filter.stage(), Types.VARCHAR)
                .param("grade", filter.grade(), Types.VARCHAR)
                .param("afterAt", from.at())
                .param("afterKey", from.key())
                .param("limit", limit)
                .query(titles.rows(Waiting.class))
                .list();
    }

    /** Where the page after this row begins. */
    public static String after(Waiting last) {
        return last.at() + "~" + last.key();
    }

    private record After(OffsetDateTime at, String key) {

        static After parse(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return new After(OffsetDateTime.ofInstant(Instant.EPOCH, ZoneOffset.UTC), "");
            }
            try {
                int split = text.indexOf('~');
                return new After(
                        Instant.parse(text.substring(0, split)).atOffset(ZoneOffset.UTC), text.substring(split + 1));
            } catch (RuntimeException e) {
                throw Refusal.malformed("bad-cursor");
            }
        }
    }
}

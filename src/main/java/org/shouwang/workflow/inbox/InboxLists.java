package org.shouwang.workflow.inbox;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Post;
import org.shouwang.web.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lists of the inbox, each a walk along one index from where the last page ended: a page costs the same at a
 * hundred tasks and at a million.
 */
@Component
@Transactional
public class InboxLists {

    /** Counts stop here: nobody works from the number 4,312. */
    public static final int COUNT_LIMIT = 100;

    private static final String TEAM = """
            select task_id, sort_at from unnest(cast(:roles as text[]), cast(:divisions as text[])) place (role, division)
            cross join lateral (
                select task_id, sort_at from inbox_candidate candidate
                where candidate.role = place.role and candidate.division = place.division and not taken
                  and (sort_at, task_id) > (:afterAt, :afterId) and candidate.subject_id <> all(:barred) %s
                  and (not restricted or exists (
                      select from participation
                      where participation.subject_id = candidate.subject_id
                        and officer_id = any(:names) and until is null))
                  and not (select :officer = any(excluded) from inbox_task where id = candidate.task_id)
                  and (cast(:grade as text) is null
                       or (select grade from inbox_task where id = candidate.task_id) = :grade)
                order by sort_at, task_id limit :limit) candidate""";

    private static final String MINE = """
            select task_id, sort_at from unnest(:names) holder (id)
            cross join lateral (
                select id task_id, sort_at from inbox_task
                where assignee = holder.id and state = 'open' and subject_id <> all(:barred)
                  and (sort_at, id) > (:afterAt, :afterId) %s
                  and (cast(:grade as text) is null or grade = :grade)
                order by sort_at, id limit :limit) held""";

    /** What somebody was rung for and nobody has taken; few, so no index of its own order. */
    private static final String CALLED = """
            select id task_id, sort_at from duty_call call join inbox_task task on task.id = call.task_id
            where call.officer_id = any(:names) and state = 'open' and assignee is null and not (:officer = any(excluded))
              and subject_id <> all(:barred)
              and (sort_at, id) > (:afterAt, :afterId) %s
              and (cast(:grade as text) is null or grade = :grade)""";

    private static final Map<Box, String> BOXES = boxes();

    private final JdbcClient jdbc;
    private final SubjectTitles titles;
    private final Clock clock;

    InboxLists(JdbcClient jdbc, SubjectTitles titles, Clock clock) {
        this.jdbc = jdbc;
        this.titles = titles;
        this.clock = clock;
    }

    private static Map<Box, String> boxes() {
        Map<Box, String> boxes = new EnumMap<>(Box.class);
        boxes.put(Box.MINE, MINE.formatted(""));
        boxes.put(Box.TEAM, "(" + TEAM.formatted("") + ") union (" + CALLED.formatted("") + ")");
        boxes.put(
                Box.OVERDUE,
                "(" + MINE.formatted("and due_at < :now and not external") + ") union ("
                        + TEAM.formatted("and late_from < :now") + ") union ("
                        + CALLED.formatted("and due_at < :now and not external") + ")");
        return boxes;
    }

    /**
     * One page of a box, in the order of what is due first.
     *
     * @param grade {@code GRADE} of the cases to show; null for all, and for leads that have none yet
     */
    public InboxPage page(Actor actor, Box box, @Nullable String grade, @Nullable String after, int limit) {
        Cursor cursor = Cursor.parse(after);
        List<InboxTask> found = statement(
                        "with page as (" + BOXES.get(box) + ") select " + InboxStore.COLUMNS + """
                         from page join inbox_task task on task.id = page.task_id
                         order by task.sort_at, task.id limit :limit""",
                        actor,
                        grade,
                        cursor,
                        limit + 1)
                .query(titles.rows(InboxTask.class))
                .list();
        if (found.size() <= limit) {
            return new InboxPage(found, null);
        }
        InboxTask last = found.get(limit - 1);
        return new InboxPage(found.subList(0, limit), new Cursor(last.sortAt(), last.id()).toString());
    }

    /** How many a box holds, counted to {@link #COUNT_LIMIT}. */
    public int count(Actor actor, Box box) {
        return statement(
                        "select count(*) from (select task_id from (" + BOXES.get(box) + ") page limit :limit) counted",
                        actor,
                        null,
                        Cursor.START,
                        COUNT_LIMIT)
                .query(Integer.class)
                .single();
    }

    /** What this person finished today, latest first. */
    public List<InboxTask> doneToday(Actor actor) {
        Instant midnight = LocalDate.now(clock).atStartOfDay(clock.getZone()).toInstant();
        return jdbc.sql("select " + InboxStore.COLUMNS + """
                         from inbox_task task
                         where task.done_by = :officer and task.subject_id <> all(:barred) and task.state = 'done'
                           and task.done_at >= :midnight and task.sealed_class <> 'sealed'
                         order by task.done_at desc limit 20""")
                .param("officer", actor.officer().id())
                .param("barred", actor.barred().toArray(UUID[]::new))
                .param("midnight", InboxStore.at(midnight))
                .query(titles.rows(InboxTask.class))
                .list();
    }

    private JdbcClient.StatementSpec statement(
            String sql, Actor actor, @Nullable String grade, Cursor cursor, int limit) {
        return jdbc.sql(sql)
                .param("grade", grade)
                .param("officer", actor.officer().id())
                .param("names", actor.names().toArray(UUID[]::new))
                .param("barred", actor.barred().toArray(UUID[]::new))
                .param("roles", actor.posts().stream().map(Post::role).toArray(String[]::new))
                .param("divisions", actor.posts().stream().map(Post::place).toArray(String[]::new))
                .param("afterAt", InboxStore.at(cursor.at()))
                .param("afterId", cursor.id())
                .param("now", InboxStore.at(clock.instant()))
                .param("limit", limit);
    }

    private record Cursor(Instant at, String id) {

        static final Cursor START = new Cursor(Instant.EPOCH, "");

        static Cursor parse(@Nullable String text) {
            if (text == null || text.isBlank()) {
                return START;
            }
            try {
                int split = text.indexOf('~');
                return new Cursor(Instant.parse(text.substring(0, split)), text.substring(split + 1));
            } catch (RuntimeException e) {
                throw Refusal.malformed("bad-cursor");
            }
        }

        @Override
        public String toString() {
            return at + "~" + id;
        }
    }
}

package org.shouwang.workflow.clock;

import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table of clocks. */
@Repository
@Transactional
class ClockTable {

    private final JdbcClient database;

    ClockTable(JdbcClient database) {
        this.database = database;
    }

    void add(ClockView clock, @Nullable Instant next) {
        ClockSource source = clock.source();
        StatementSpec insert = database.sql("""
                insert into clock (id, key, version, zh, en, subject_id, task_id, actor, external, stops, pauses, resumes,
                    term, roll, grade, kind, basis, mark, ladder, holder_role, holder_division, holder_officer, started_at, due_at, warn_at,
                    calendar_gap, next_action_at, division, sealed_class)
                values (:id, :key, :version, :zh, :en, :subject, :task, :actor, :external, :stops, :pauses, :resumes,
                    :term, :roll, :grade, :kind, :basis, :mark, :ladder, :role, :holderDivision, :officer, :started, :due, :warn,
                    :gap, :next, :division, :sealedClass)
                """)
                .param("key", source.key())
                .param("version", source.version())
                .param("zh", source.zh())
                .param("en", source.en())
                .param("subject", clock.subject())
                .param("task", clock.task(), Types.VARCHAR)
                .param("actor", source.actor())
                .param("external", source.external())
                .param("stops", source.stops())
                .param("pauses", source.pauses(), Types.VARCHAR)
                .param("resumes", source.resumes(), Types.VARCHAR)
                .param("term", source.term() == null ? null : source.term().toString(), Types.VARCHAR)
                .param("roll", source.roll())
                .param("grade", source.grade(), Types.VARCHAR)
                .param("kind", source.kind().key())
                .param("basis", source.basis())
                .param("mark", source.mark())
                .param("ladder", source.ladder(), Types.VARCHAR)
                .param("division", clock.division())
                .param("sealedClass", clock.sealedClass());
        times(holder(insert, clock.holder()), clock, next)
                .param("started", utc(clock.times().started()))
                .update();
    }

    private static StatementSpec holder(StatementSpec statement, ClockHolder holder) {
        return statement
                .param("role", holder.role())
                .param("holderDivision", holder.division())
                .param("officer", holder.officer(), Types.OTHER);
    }

    private static StatementSpec times(StatementSpec statement, ClockView clock, @Nullable Instant next) {
        return statement
                .param("id", clock.id())
                .param("due", utc(clock.times().due()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("warn", utc(clock.times().warn()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("gap", clock.times().calendarGap(), Types.INTEGER)
                .param("next", utc(next), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    Optional<ClockView> lock(UUID id) {
        return database.sql("select * from clock where id = :id for update")
                .param("id", id)
                .query(ClockRows::view)
                .optional();
    }

    /** Running clocks of a subject that this event lets stand still, or lets run on. */
    List<ClockView> lockTouched(UUID subject, String event) {
        return database.sql("""
                select * from clock where subject_id = :subject and stopped_at is null and :event in (pauses, resumes)
                order by id for update
                """)
                .param("subject", subject)
                .param("event", event)
                .query(ClockRows::view)
                .list();
    }

    /** The clock that has waited longest; those another node works on are passed over. */
    Optional<ClockView> lockNext(Instant now) {
        return database.sql("""
                select * from clock where stopped_at is null and next_action_at <= :now
                order by next_action_at limit 1 for update skip locked
                """).param("now", utc(now)).query(ClockRows::view).optional();
    }

    /** Running clocks whose end was guessed over a year without holidays. */
    List<ClockView> lockGuessed(int year) {
        return database.sql("""
                select * from clock where stopped_at is null and calendar_gap = :year and late_at is null
                and paused_at is null order by id for update skip locked
                """).param("year", year).query(ClockRows::view).list();
    }

    List<Integer> guessedYears() {
        return database.sql("""
                select distinct calendar_gap from clock where stopped_at is null and calendar_gap is not null
                order by calendar_gap
                """).query(Integer.class).list();
    }

    List<ClockView> of(UUID subject) {
        return database.sql("""
                select * from clock where subject_id = :subject
                order by stopped_at desc nulls first, due_at nulls last, started_at, id
                """)
                .param("subject", subject)
                .query(ClockRows::view)
                .list();
    }

    List<ClockView> ofTasks(Collection<String> tasks) {
        return database.sql("""
                select * from clock where task_id in (:tasks) and stopped_at is null
                order by due_at nulls last, started_at, id
                """).param("tasks", tasks).query(ClockRows::view).list();
    }

    /** Writes what may change while a clock runs: its end, its pauses and how far it has been followed. */
    void save(ClockView clock, @Nullable Instant next) {
        ClockTimes times = clock.times();
        times(database.sql("""
                update clock set due_at = :due, warn_at = :warn, calendar_gap = :gap, next_action_at = :next,
                    warned_at = :warned, late_at = :late, paused_at = :paused, paused_seconds = :pause, step = :step
                where id = :id
                """), clock, next)
                .param("warned", utc(times.warned()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("late", utc(times.late()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("paused", utc(times.paused()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("pause", times.pause().toSeconds())
                .param("step", clock.step())
                .update();
    }

    int postpone(UUID id, Instant until) {
        return database.sql("update clock set next_action_at = :until where id = :id and next_action_at < :until")
                .param("id", id)
                .param("until", utc(until))
                .update();
    }

    void hand(String task, ClockHolder holder) {
        holder(database.sql("""
                update clock set holder_role = :role, holder_division = :holderDivision, holder_officer = :officer
                where task_id = :task and stopped_at is null
                """), holder).param("task", task).update();
    }

    /** Stops what the condition names; the condition is one of this module's own constants. */
    int stop(Stopping which, Instant at, String reason) {
        StatementSpec statement =
                database.sql("""
                update clock set stopped_at = :at, stop_reason = :reason, next_action_at = null
                where stopped_at is null and\s""" + which.condition()).param("at", utc(at)).param("reason", reason);
        which.parameters().forEach(statement::param);
        return statement.update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    Set<UUID> late(Collection<UUID> subjects, Instant now) {
        return Set.copyOf(database.sql("""
                        select distinct subject_id from clock
                        where subject_id = any(:subjects) and not external and due_at <= :now
                          and stopped_at is null and paused_at is null
                        """)
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query(UUID.class)
                .list());
    }
}

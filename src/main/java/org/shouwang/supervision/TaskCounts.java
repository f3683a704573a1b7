package org.shouwang.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.shouwang.placement.PlacementAlarms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts what waits to be done, and at which unit; never by person. */
@Component
@Transactional
class TaskCounts {

    private static final String ACTIONS = """
            with away as (
                select placement.place, placement.since, case when placement.until <= :at then placement.until end ended,
                       %5$s alarm
                from %1$s join placement on placement.division between reach.first_code and reach.last_code
                join case_file on case_file.id = placement.case_id and case_file.state = 'open'
                where %6$s and %7$s and %4$s)
            select 'late' key, count(*) count, min(task.due_at) oldest
            from %1$s join inbox_task task on task.division between reach.first_code and reach.last_code
            where task.state = 'open' and not task.external and task.due_at < :now and %2$s
            union all
            select 'visits', count(*), min(task.due_at)
            from %1$s join inbox_task task on task.division between reach.first_code and reach.last_code
            where task.state = 'open' and not task.external and task.due_at < :now
              and task.grade = '1' and task.form = 'F09-visit' and %2$s
            union all
            select 'leads', count(*), min(received_at)
            from %1$s join report on report.division between reach.first_code and reach.last_code
            where report.state = 'received' and %3$s
            union all
            select 'placed', count(*), min(since)
            from away where place not in ('home', 'missing') and alarm is distinct from 'gap'
            union all
            select 'unplaced', count(*), min(coalesce(ended, since)) from away where alarm is not null""".formatted(
                    Territory.REACH,
                    Territory.tasksShown(),
                    Territory.shown("report", "report.id"),
                    Territory.shown("case_file", "case_file.id"),
                    PlacementAlarms.ALARM,
                    PlacementAlarms.LAST,
                    PlacementAlarms.AWAY);

    private static final String UNITS = """
            with in_force as (
                select * from post
                where valid_from <= :today and (valid_until is null or valid_until >= :today)),
            holder as (
                select distinct on (officer_id) officer_id, agency_id from in_force order by officer_id, rank, id),
            place as (select distinct role, place, agency_id from in_force),
            task as materialized (
                select task.id, task.assignee,
                       task.due_at is not null and not task.external and task.due_at < :now late
                from %s join inbox_task task on task.division between reach.first_code and reach.last_code
                where task.state = 'open' and %s),
            share as (
                select holder.agency_id, true held, late
                from task join holder on holder.officer_id = task.assignee
                union all
                select agency_id, false, late from (
                    select distinct task.id, place.agency_id, task.late
                    from task join inbox_candidate candidate on candidate.task_id = task.id
                    join place on place.role = candidate.role and place.place = candidate.division
                    where task.assignee is null) waiting)
            select agency.name, agency.division, count(*) filter (where held) held,
                   count(*) filter (where not held) waiting, count(*) filter (where late) late
            from share join agency on agency.id = share.agency_id
            group by agency.id, agency.name, agency.division
            order by agency.division, agency.name""".formatted(Territory.REACH, Territory.tasksShown());

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PlacementAlarms alarms;

    TaskCounts(JdbcClient jdbc, Clock clock, PlacementAlarms alarms) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.alarms = alarms;
    }

    List<Board.Action> actions(Territory territory) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return about(ACTIONS, territory)
                .param("at", now)
                .param("unverifiedBefore", alarms.unverifiedBefore(now.toInstant()))
                .query(Board.Action.class)
                .list();
    }

    List<Board.Unit> units(Territory territory) {
        return about(UNITS, territory)
                .param("today", LocalDate.now(clock))
                .query(Board.Unit.class)
                .list();
    }

    private JdbcClient.StatementSpec about(String sql, Territory territory) {
        return jdbc.sql(sql)
                .param("firsts", territory.firsts())
                .param("lasts", territory.lasts())
                .param("officer", territory.officer())
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}

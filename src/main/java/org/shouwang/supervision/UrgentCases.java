package org.shouwang.supervision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.shouwang.access.Scope;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.shouwang.workflow.inbox.SubjectTitles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Late cases first, the longest late on top, then the red ones. */
@Service
public class UrgentCases {

    private static final String SQL =
            """
            with late as (
                select task.subject_id, min(task.due_at) due
                from %1$s join inbox_task task on task.division between reach.first_code and reach.last_code
                join case_file on case_file.id = task.subject_id and case_file.state = 'open'
                where task.state = 'open' and not task.external and task.due_at < :now and %3$s
                group by task.subject_id order by due limit :limit),
            red as (
                select case_file.id subject_id
                from %1$s join case_file on case_file.division between reach.first_code and reach.last_code
                where case_file.state = 'open' and grade = '1' and %3$s
                order by opened_at limit :limit),
            found as (
                select case_file.id subject_id, case_file.number, case_file.grade, case_file.stage,
                       case_file.division, case_file.sealed_class, case_file.opened_at, late.due
                from (select subject_id from late union select subject_id from red) urgent
                join case_file on case_file.id = urgent.subject_id
                left join late on late.subject_id = urgent.subject_id
                order by late.due nulls last, case_file.grade, case_file.opened_at, case_file.id limit :limit)
            select case when readable then found.subject_id end id,
                   case when readable then found.number end number,
                   case when readable then subject.title end title,
                   case when readable then subject.title_sealed end title_sealed, subject.id title_of,
                   found.grade, found.stage, division.name place, found.due, held.task, held.unit
            from (select found.*, %2$s readable from found) found
            join work_subject subject on subject.id = found.subject_id
            join division on division.code = found.division
            left join lateral (
                select task.name task, %4$s unit
                from inbox_task task where task.subject_id = found.subject_id and task.state = 'open'
                order by task.external, task.due_at nulls last limit 1) held on true
            order by found.due nulls last, found.grade, found.opened_at, found.subject_id""".formatted(Territory.REACH, Names.READABLE, Territory.shown("case_file", "case_file.id"), HeldBy.UNIT);

    private final JdbcClient jdbc;
    private final SubjectTitles titles;
    private final Clock clock;
    private final RowIdentity identity;

    UrgentCases(JdbcClient jdbc, SubjectTitles titles, Clock clock, RowIdentity identity) {
        this.jdbc = jdbc;
        this.titles = titles;
        this.clock = clock;
        this.identity = identity;
    }

    /** @param reading how far the reader may see whom a case is about */
    @Transactional(readOnly = true)
    public List<UrgentCase> in(Territory territory, Scope reading, int limit) {
        return identity.as(RowService.BOARD, () -> rows(territory, reading, limit));
    }

    private List<UrgentCase> rows(Territory territory, Scope reading, int limit) {
        return Names.with(jdbc.sql(SQL), reading)
                .param("firsts", territory.firsts())
                .param("lasts", territory.lasts())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("today", LocalDate.now(clock))
                .param("limit", limit)
                .query(titles.rows(UrgentCase.class))
                .list();
    }
}

package org.shouwang.workflow.inbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The tasks of a case or report, whoever has them. */
@Component
@Transactional
public class SubjectTasks {

    private final JdbcClient jdbc;
    private final SubjectTitles titles;
    private final Clock clock;

    SubjectTasks(JdbcClient jdbc, SubjectTitles titles, Clock clock) {
        this.jdbc = jdbc;
        this.titles = titles;
        this.clock = clock;
    }

    /** All tasks there ever were, the oldest first. */
    public List<InboxTask> of(Collection<UUID> subjects) {
        return jdbc.sql("select " + InboxStore.COLUMNS + """
                         from inbox_task task
                         where task.subject_id = any(?) order by task.created_at, task.id limit 1000""")
                .param(subjects.toArray(UUID[]::new))
                .query(titles.rows(InboxTask.class))
                .list();
    }

    /** The names of the units that have each open task or may take it, by task. */
    public Map<String, List<String>> units(Collection<UUID> subjects) {
        record Unit(String task, String name) {}
        return jdbc
                .sql("""
                        select distinct task.id task, agency.name
                        from inbox_task task
                        left join inbox_candidate candidate on candidate.task_id = task.id and task.assignee is null
                        join post on post.officer_id = task.assignee
                          or post.role = candidate.role and post.place = candidate.division
                        join agency on agency.id = post.agency_id
                        where task.subject_id = any(:subjects) and task.state = 'open'
                          and post.valid_from <= :today and (post.valid_until is null or post.valid_until >= :today)
                        order by task.id, agency.name""")
                .param("subjects", subjects.toArray(UUID[]::new))
                .param("today", LocalDate.now(clock))
                .query(Unit.class)
                .list()
                .stream()
                .collect(groupingBy(Unit::task, mapping(Unit::name, toList())));
    }
}

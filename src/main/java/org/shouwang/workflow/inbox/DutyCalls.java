package org.shouwang.workflow.inbox;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who has been rung for a task and when the next one is, and who may take it besides. Each of them may take the task,
 * whatever their role.
 */
@Component
@Transactional
class DutyCalls {

    private final JdbcClient jdbc;
    private final SubjectTitles titles;

    DutyCalls(JdbcClient jdbc, SubjectTitles titles) {
        this.jdbc = jdbc;
        this.titles = titles;
    }

    void add(String task, UUID officer, Instant now, Instant ringNext) {
        jdbc.sql("update inbox_task set called = ?, ring_at = ? where id = ?")
                .params(officer, InboxStore.at(ringNext), task)
                .update();
        jdbc.sql("insert into duty_call (task_id, officer_id, called_at) values (?, ?, ?) on conflict do nothing")
                .params(task, officer, InboxStore.at(now))
                .update();
    }

    /** Officers may take a task besides those it is drawn for; nobody is rung. */
    void offer(String task, Set<UUID> officers, Instant now) {
        officers.forEach(officer -> jdbc.sql(
                        "insert into duty_call (task_id, officer_id, called_at) values (?, ?, ?) on conflict do nothing")
                .params(task, officer, InboxStore.at(now))
                .update());
    }

    boolean includes(String task, Set<UUID> officers) {
        return jdbc.sql("select exists (select from duty_call where task_id = ? and officer_id = any(?))")
                .params(task, officers.toArray(UUID[]::new))
                .query(Boolean.class)
                .single();
    }

    /** Takes a call back, as if it had not been made: when nobody has taken the task, the next one is rung. */
    void forget(String task, UUID officer, Instant now) {
        jdbc.sql("delete from duty_call where task_id = ? and officer_id = ?")
                .params(task, officer)
                .update();
        jdbc.sql(
                        "update inbox_task set ring_at = ? where id = ? and called = ? and assignee is null and roster is not null")
                .params(InboxStore.at(now), task, officer)
                .update();
    }

    /** Tasks nobody on duty has taken in time, held against every other node's sweep. */
    List<InboxTask> lockUnanswered(Instant now, int limit) {
        return jdbc.sql("select " + InboxStore.COLUMNS
                        + " from inbox_task task"
                        + " where task.ring_at <= ? and task.state = 'open' order by task.ring_at limit ?"
                        + " for update of task skip locked")
                .params(Arrays.asList(InboxStore.at(now), limit))
                .query(titles.rows(InboxTask.class))
                .list();
    }

    void stopRinging(String task) {
        jdbc.sql("update inbox_task set ring_at = null where id = ?")
                .param(task)
                .update();
    }
}

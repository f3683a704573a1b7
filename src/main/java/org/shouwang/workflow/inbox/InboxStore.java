package org.shouwang.workflow.inbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of the inbox. */
@Component
@Transactional
class InboxStore {

    static final String COLUMNS = """
            task.id, task.instance_id, task.subject_id, task.subject_kind, task.number, task.title,
            task.title_sealed, task.subject_id title_of,
            task.process, task.task_key, task.form, task.name, task.stage, task.division, task.sealed_class,
            task.grade, task.vacant, task.assignee, task.claimed_at, task.roster, task.called, task.state,
            task.created_at, task.due_at, task.external, task.sort_at, task.done_by, task.done_unit, task.done_at
            """;

    private static final String ONE = "select " + COLUMNS + " from inbox_task task where task.id = ?";

    private final JdbcClient jdbc;
    private final SubjectTitles titles;

    InboxStore(JdbcClient jdbc, SubjectTitles titles) {
        this.jdbc = jdbc;
        this.titles = titles;
    }

    void insert(NewTask task, Instant now) {
        jdbc.sql("""
                        insert into inbox_task (id, instance_id, subject_id, subject_kind, number, title, title_sealed, process,
                            task_key, form, name, stage, division, sealed_class, grade, assignee, claimed_at, roster, created_at, sort_at, excluded)
                        select :id, :instance, subject.id, subject.kind, subject.number, subject.title, subject.title_sealed, :process,
                            :key, :form, :name, :stage, subject.division, subject.sealed_class, subject.grade, cast(:assignee as uuid),
                            case when cast(:assignee as uuid) is null then null else cast(:now as timestamptz) end,
                            :roster, :now, :now,
                            array(select distinct done_by from inbox_task earlier
                                  where earlier.subject_id = subject.id and earlier.instance_id = :instance
                                    and earlier.task_key = any(:notBy) and earlier.done_by is not null
                                  union select unnest(cast(:notOfficers as uuid[])))
                        from work_subject subject where subject.id = :subject""")
                .param("id", task.id())
                .param("instance", task.instance())
                .param("subject", task.subject())
                .param("process", task.process())
                .param("key", task.key())
                .param("form", task.form())
                .param("name", task.name())
                .param("stage", task.stage())
                .param("assignee", task.assignee())
                .param("roster", task.roster())
                .param("now", at(now))
                .param("notBy", task.notBy().toArray(String[]::new))
                .param(
                        "notOfficers",
                        task.notOfficers().stream().map(UUID::toString).toArray(String[]::new))
                .update();
    }

    void setDue(String task, @Nullable Instant due, boolean external) {
        jdbc.sql("""
                        update inbox_task set due_at = :due, external = :external, sort_at = coalesce(:due, created_at)
                        where id = :task""")
                .param("due", due == null ? null : at(due), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("external", external)
                .param("task", task)
                .update();
        jdbc.sql("""
                        update inbox_candidate candidate
                        set sort_at = task.sort_at, late_from = case when task.external then null else task.due_at end
                        from inbox_task task where task.id = candidate.task_id and task.id = ?""").param(task).update();
    }

    void addCandidate(String task, String role, String division, boolean vacant) {
        jdbc.sql("""
                        insert into inbox_candidate (task_id, role, division, subject_id, restricted, sort_at, late_from, taken)
                        select id, :role, :division, subject_id, sealed_class <> 'open', sort_at,
                               case when external then null else due_at end, assignee is not null
                        from inbox_task where id = :task
                        on conflict do nothing""")
                .param("task", task)
                .param("role", role)
                .param("division", division)
                .update();
        if (vacant) {
            jdbc.sql("update inbox_task set vacant = true where id = ?")
                    .param(task)
                    .update();
        }
    }

    /** Nobody may take it any more: neither by role nor by duty. */
    void removeCandidates(String task) {
        jdbc.sql("delete from inbox_candidate where task_id = ?").param(task).update();
        jdbc.sql("delete from duty_call where task_id = ?").param(task).update();
    }

    Optional<InboxTask> find(String task) {
        return jdbc.sql(ONE).param(task).query(titles.rows(InboxTask.class)).optional();
    }

    /** Finds and holds the row until the transaction ends, so that of two people one waits and then sees the truth. */
    Optional<InboxTask> lock(String task) {
        return jdbc.sql(ONE + " for update of task")
                .param(task)
                .query(titles.rows(InboxTask.class))
                .optional();
    }

    /** The open tasks of a subject, held until the transaction ends. */
    List<InboxTask> lockOpen(UUID subject) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from inbox_task task where task.subject_id = ? and task.state = 'open' order by task.id for update of task")
                .param(subject)
                .query(titles.rows(InboxTask.class))
                .list();
    }

    /**
     * Open tasks in the hands of officers one of whose posts is over, or whose login is off: whoever also has another
     * post may still be right for them.
     *
     * @param after the id of the last one looked at
     */
    List<InboxTask> lockOfLeavers(LocalDate today, String after, int limit) {
        return jdbc.sql("select " + COLUMNS + """
                         from inbox_task task join officer on officer.id = task.assignee
                        where task.state = 'open' and task.id > :after and (not officer.active or exists (
                            select from post where post.officer_id = officer.id and post.valid_until < :today))
                        order by task.id limit :limit for update of task skip locked""")
                .param("after", after)
                .param("today", today)
                .param("limit", limit)
                .query(titles.rows(InboxTask.class))
                .list();
    }

    boolean isExcluded(String task, UUID officer) {
        return jdbc.sql("select ? = any(excluded) from inbox_task where id = ?")
                .params(officer, task)
                .query(Boolean.class)
                .single();
    }

    boolean isCandidate(String task, Set<String> places) {
        return jdbc.sql("""
                        select exists (select from inbox_candidate
                                       where task_id = ? and role || '/' || division = any(?))""")
                .params(task, places.toArray(String[]::new))
                .query(Boolean.class)
                .single();
    }

    /** A role and the place it is held in. */
    record Candidate(String role, String division) {}

    List<Candidate> candidates(String task) {
        return jdbc.sql("select role, division from inbox_candidate where task_id = ? order by role, division")
                .param(task)
                .query(Candidate.class)
                .list();
    }

    void assign(String task, @Nullable UUID officer, @Nullable Instant at) {
        jdbc.sql("update inbox_task set assignee = ?, claimed_at = ? where id = ?")
                .params(Arrays.asList(officer, at == null ? null : at(at), task))
                .update();
        jdbc.sql("update inbox_candidate set taken = ? where task_id = ?")
                .params(officer != null, task)
                .update();
    }

    void done(String task, UUID officer, @Nullable String unit, Instant at) {
        jdbc.sql("""
                        update inbox_task set state = 'done', done_by = ?, done_unit = ?, done_at = ?, ended_at = ?
                        where id = ?""").params(Arrays.asList(officer, unit, at(at), at(at), task)).update();
    }

    /** Whether an officer has a task of the subject, or had one done. */
    boolean works(UUID subject, UUID officer) {
        return jdbc.sql("""
                        select exists (select from inbox_task
                                       where subject_id = :subject and (done_by = :officer
                                          or state = 'open' and assignee = :officer))""")
                .param("subject", subject)
                .param("officer", officer)
                .query(Boolean.class)
                .single();
    }

    /** @return whether the task was open until now */
    boolean cancel(String task, Instant at) {
        return jdbc.sql("update inbox_task set state = 'cancelled', ended_at = ? where id = ? and state = 'open'")
                        .params(at(at), task)
                        .update()
                > 0;
    }

    static java.time.OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

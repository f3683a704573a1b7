package org.shouwang.workflow.inbox;

import java.util.Optional;
import java.util.UUID;
import org.shouwang.workflow.WorkSubject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What processes are about, as rows of the inbox show it. */
@Component
@Transactional
public class WorkSubjects {

    private final JdbcClient jdbc;

    WorkSubjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Stores what the owning module says of a subject; its tasks follow, open ones with its grade. */
    public void describe(WorkSubject subject) {
        jdbc.sql("""
                        insert into work_subject (id, kind, number, title, division, sealed_class, grade, stage)
                        values (:id, :kind, :number, :title, :division, :sealedClass, :grade, :stage)
                        on conflict (id) do update set number = excluded.number, title = excluded.title,
                            division = excluded.division, sealed_class = excluded.sealed_class,
                            grade = excluded.grade, stage = excluded.stage""").paramSource(subject).update();
        jdbc.sql("""
                        update inbox_task set number = :number, title = :title, sealed_class = :sealedClass,
                            grade = case state when 'open' then :grade else grade end
                        where subject_id = :id and (number <> :number or title <> :title
                           or sealed_class <> :sealedClass or state = 'open' and grade is distinct from :grade)""").paramSource(subject).update();
        jdbc.sql("update inbox_candidate set restricted = :sealedClass <> 'open' where subject_id = :id")
                .paramSource(subject)
                .update();
    }

    public Optional<WorkSubject> find(UUID id) {
        return jdbc.sql(
                        "select id, kind, number, title, division, sealed_class, grade, stage from work_subject where id = ?")
                .param(id)
                .query(WorkSubject.class)
                .optional();
    }

    /** @return whether the stage is new to the subject */
    boolean enter(UUID id, String stage) {
        return jdbc.sql("update work_subject set stage = ? where id = ? and stage is distinct from ?")
                        .params(stage, id, stage)
                        .update()
                > 0;
    }
}

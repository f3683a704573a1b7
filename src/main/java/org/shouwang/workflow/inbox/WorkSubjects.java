package org.shouwang.workflow.inbox;

import java.sql.Types;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.shouwang.workflow.WorkSubject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What processes are about, as rows of the inbox show it. */
@Component
@Transactional
public class WorkSubjects {

    private final JdbcClient jdbc;
    private final SubjectTitles titles;
    private final RowIdentity identity;

    WorkSubjects(JdbcClient jdbc, SubjectTitles titles, RowIdentity identity) {
        this.jdbc = jdbc;
        this.titles = titles;
        this.identity = identity;
    }

    /** Stores what the owning module says of a subject; its tasks follow, open ones with its grade. */
    public void describe(WorkSubject subject) {
        identity.open(subject.id());
        bind(subject, """
                insert into work_subject (id, kind, number, title, title_sealed, division, sealed_class, grade, stage)
                values (:id, :kind, :number, :title, :sealed, :division, :sealedClass, :grade, :stage)
                on conflict (id) do update set number = excluded.number, title = excluded.title,
                    title_sealed = excluded.title_sealed, division = excluded.division,
                    sealed_class = excluded.sealed_class, grade = excluded.grade, stage = excluded.stage""");
        bind(subject, """
                update inbox_task set number = :number, title = :title, title_sealed = :sealed,
                    sealed_class = :sealedClass, grade = case state when 'open' then :grade else grade end
                where subject_id = :id and (number <> :number or title is distinct from :title
                   or cast(:sealed as bytea) is not null
                   or sealed_class <> :sealedClass or state = 'open' and grade is distinct from :grade)""");
        bind(subject, "update inbox_candidate set restricted = :sealedClass <> 'open' where subject_id = :id");
    }

    private void bind(WorkSubject subject, String sql) {
        jdbc.sql(sql)
                .param("id", subject.id())
                .param("kind", subject.kind())
                .param("number", subject.number())
                .param("title", titles.clear(subject), Types.VARCHAR)
                .param("sealed", titles.sealed(subject), Types.BINARY)
                .param("division", subject.division())
                .param("sealedClass", subject.sealedClass())
                .param("grade", subject.grade(), Types.VARCHAR)
                .param("stage", subject.stage(), Types.VARCHAR)
                .update();
    }

    public Optional<WorkSubject> find(UUID id) {
        return jdbc.sql(
                        "select id, kind, number, title, title_sealed, id title_of, division, sealed_class, grade, stage from work_subject where id = ?")
                .param(id)
                .query(titles.rows(WorkSubject.class))
                .optional();
    }

    /** The titles of subjects within reach as ciphertext, whatever their class: for whoever is to seal them. */
    @Transactional(readOnly = true)
    public Map<UUID, byte[]> sealedTitles(Collection<UUID> ids) {
        return ids.stream().flatMap(id -> find(id).stream()).collect(Collectors.toMap(WorkSubject::id, titles::seal));
    }

    /** The number of a subject for whoever keeps the system running, and nothing else of it; empty for none. */
    @Transactional(readOnly = true)
    public String numberForOperations(UUID id) {
        return identity.as(
                RowService.OPERATIONS, () -> find(id).map(WorkSubject::number).orElse(""));
    }

    /** @return whether the stage is new to the subject */
    boolean enter(UUID id, String stage) {
        return jdbc.sql("update work_subject set stage = ? where id = ? and stage is distinct from ?")
                        .params(stage, id, stage)
                        .update()
                > 0;
    }
}

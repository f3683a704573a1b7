package org.shouwang.liaison;

import java.util.List;
import java.util.Optional;
import org.shouwang.access.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tasks of the police by their forms, in the inbox. */
@Component
@Transactional(readOnly = true)
class PoliceTaskStore {

    /** What the police say of themselves, and what was recorded for them and waits for their word. */
    static final List<String> FORMS = List.of("P02-police-record", "P03-police-confirm", "P04-case-status");

    private static final String SELECT = """
            select task.id, task.subject_id, task.number, task.name, task.form, task.division, task.sealed_class, '' station,
                   task.due_at due, task.state, task.done_unit
            from inbox_task task
            """;

    private final JdbcClient jdbc;

    PoliceTaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The open ones within reach, due first. */
    List<PoliceTask> open(Scope scope, int limit) {
        return jdbc.sql(SELECT + """
                        where task.state = 'open' and task.form = any(:forms) and task.subject_id <> all(:barred)
                          and (task.sealed_class = 'open' and exists (
                                   select from unnest(cast(:firsts as text[]), cast(:lasts as text[])) area (first, last)
                                   where task.division between area.first and area.last)
                               or exists (
                                   select from participation part
                                   where part.subject_id = task.subject_id and part.until is null
                                     and part.part <> 'barred' and part.officer_id = any(:named)))
                        order by task.sort_at, task.id limit :limit""")
                .param("forms", FORMS.toArray(String[]::new))
                .param("barred", scope.barredIds())
                .param(
                        "firsts",
                        scope.territory().stream().map(Scope.Range::first).toArray(String[]::new))
                .param(
                        "lasts",
                        scope.territory().stream().map(Scope.Range::last).toArray(String[]::new))
                .param("named", scope.namedIds())
                .param("limit", limit)
                .query(PoliceTask.class)
                .list();
    }

    Optional<PoliceTask> find(String id) {
        return jdbc.sql(SELECT + "where task.id = :id and task.form = any(:forms)")
                .param("id", id)
                .param("forms", FORMS.toArray(String[]::new))
                .query(PoliceTask.class)
                .optional();
    }
}

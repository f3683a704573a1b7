package org.shouwang.workflow.form;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.web.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people are typing: one draft a task and officer, encrypted whole, merged field by field. */
@Component
@Transactional
public class Drafts {

    private static final String PLACE = "form_draft.data";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcClient jdbc;
    private final Secrecy secrecy;
    private final Clock clock;

    public Drafts(JdbcClient jdbc, Secrecy secrecy, Clock clock) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
        this.clock = clock;
    }

    /**
     * Whose draft of what.
     *
     * @param task the task, or for a form that stands alone its id
     */
    public record Of(String task, UUID officer, Form form, String division, String sealedClass) {}

    /** A draft as it was last saved; of an older version of the form it may be. */
    public record Draft(String form, int version, ObjectNode data, Instant updatedAt) {}

    /**
     * Takes a part over: named fields replace what was there, {@code null} removes.
     *
     * @return when it was saved, to be shown
     */
    @Transactional
    public Instant merge(Of of, ObjectNode part) {
        makeRow(of);
        Row row = lock(of);
        ObjectNode data = row.data(secrecy);
        part.propertyStream().forEach(entry -> {
            if (entry.getValue().isNull()) {
                data.remove(entry.getKey());
            } else {
                data.set(entry.getKey(), entry.getValue());
            }
        });
        return write(of, row.id(), data);
    }

    /** Replaces the whole draft, as when a page is sent without a script. */
    @Transactional
    public Instant save(Of of, ObjectNode data) {
        makeRow(of);
        return write(of, lock(of).id(), data);
    }

    @Transactional(readOnly = true)
    public Optional<Draft> find(String task, UUID officer) {
        return jdbc.sql("""
                        select id, form, form_version, data, updated_at from form_draft
                        where task_id = ? and officer_id = ?""")
                .params(task, officer)
                .query((rows, at) -> new Draft(
                        rows.getString("form"),
                        rows.getInt("form_version"),
                        new Row(rows.getObject("id", UUID.class), rows.getBytes("data")).data(secrecy),
                        rows.getObject("updated_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Once the task is done, nobody's draft of it is needed. */
    @Transactional
    public void drop(String task) {
        jdbc.sql("delete from form_draft where task_id = ?").param(task).update();
    }

    /** Two saves of a new draft may come at once: the row is made first, then locked. */
    private void makeRow(Of of) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into form_draft
                            (id, task_id, officer_id, form, form_version, division, sealed_class, data, updated_at)
                        values (:id, :task, :officer, :form, :version, :division, :sealedClass, :data, :at)
                        on conflict (task_id, officer_id) do nothing""")
                .param("id", id)
                .param("task", of.task())
                .param("officer", of.officer())
                .param("form", of.form().key())
                .param("version", of.form().version())
                .param("division", of.division())
                .param("sealedClass", of.sealedClass())
                .param("data", secrecy.seal(PLACE, id, "{}"))
                .param("at", now())
                .update();
    }

    private Row lock(Of of) {
        return jdbc.sql("select id, data from form_draft where task_id = ? and officer_id = ? for update")
                .params(of.task(), of.officer())
                .query((rows, at) -> new Row(rows.getObject("id", UUID.class), rows.getBytes("data")))
                .single();
    }

    private Instant write(Of of, UUID id, ObjectNode data) {
        OffsetDateTime now = now();
        byte[] sealed = secrecy.seal(PLACE, id, data.toString().getBytes(StandardCharsets.UTF_8));
        jdbc.sql("""
                        update form_draft set data = :data, form = :form, form_version = :version,
                            division = :division, sealed_class = :sealedClass, updated_at = :at
                        where id = :id""")
                .param("data", sealed)
                .param("form", of.form().key())
                .param("version", of.form().version())
                .param("division", of.division())
                .param("sealedClass", of.sealedClass())
                .param("at", now)
                .param("id", id)
                .update();
        return now.toInstant();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private record Row(UUID id, byte[] sealed) {

        ObjectNode data(Secrecy secrecy) {
            return (ObjectNode) JSON.readTree(secrecy.open(PLACE, id, sealed));
        }
    }
}

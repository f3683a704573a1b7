package org.shouwang.supervision;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.casefile.CaseView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** Rows of the suggestions. */
@Component
@Transactional
class SuggestionStore {

    private static final String SELECT = """
            select suggestion.*, task.id task, task.due_at from suggestion
            left join inbox_task task on task.subject_id = suggestion.case_id and task.instance_id = suggestion.instance
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    SuggestionStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(UUID id, CaseView of, UUID record, ObjectNode said, UUID officer) {
        jdbc.sql("""
                        insert into suggestion (id, case_id, record, kind, organ, document_no, way, unit, received_on,
                                                about, recorded_by, recorded_at, division, sealed_class)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        id,
                        of.id(),
                        record,
                        said.get("kind").asString(),
                        said.get("organ").asString(),
                        said.get("documentNo").asString(),
                        said.get("way").asString(),
                        said.get("unit").asString(),
                        Date.valueOf(said.get("receivedOn").asString()),
                        said.hasNonNull("about") ? said.get("about").asString() : null,
                        officer,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        of.division(),
                        of.sealedClass()))
                .update();
    }

    void runs(UUID id, String instance) {
        jdbc.sql("update suggestion set instance = ? where id = ?")
                .params(instance, id)
                .update();
    }

    /** The latest first. */
    List<Suggestion> ofCase(UUID caseId) {
        return jdbc.sql(SELECT + "where case_id = ? order by recorded_at desc, suggestion.id desc limit 100")
                .param(caseId)
                .query((row, at) -> suggestion(row))
                .list();
    }

    /** What a run of the process is about. */
    Optional<Suggestion> ofRun(String instance) {
        return jdbc.sql(SELECT + "where instance = ?")
                .param(instance)
                .query((row, at) -> suggestion(row))
                .optional();
    }

    void replied(UUID id, LocalDate on, @Nullable String number, UUID record, UUID officer) {
        jdbc.sql("update suggestion set replied_on = ?, reply_no = ?, reply_record = ?, replied_with = ? where id = ?")
                .params(Arrays.asList(Date.valueOf(on), number, record, officer, id))
                .update();
    }

    private static Suggestion suggestion(ResultSet row) throws SQLException {
        return new Suggestion(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("record", UUID.class),
                row.getString("kind"),
                row.getString("organ"),
                row.getString("document_no"),
                row.getString("way"),
                row.getString("unit"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("recorded_by", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("task"),
                instant(row, "due_at"),
                row.getObject("replied_on", LocalDate.class),
                row.getString("reply_no"),
                row.getObject("reply_record", UUID.class));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

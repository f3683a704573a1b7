package org.shouwang.workflow.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The table of decisions made; nothing in it is ever changed. */
@Component
@Transactional
class DecisionLog {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    DecisionLog(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(DecisionMade made) {
        jdbc.sql("""
                        insert into decision_made (id, subject_id, decision, dmn_sha256, at, inputs, outputs, reasons)
                        values (:id, :subject, :decision, :sha256, :at, cast(:inputs as jsonb),
                                cast(:outputs as jsonb), cast(:reasons as jsonb))
                        """)
                .param("id", made.id())
                .param("subject", made.subject())
                .param("decision", made.decision())
                .param("sha256", made.dmnSha256())
                .param("at", made.at().atOffset(ZoneOffset.UTC))
                .param("inputs", json.writeValueAsString(made.inputs()))
                .param("outputs", json.writeValueAsString(made.outputs()))
                .param("reasons", json.writeValueAsString(made.reasons()))
                .update();
    }

    List<DecisionMade> of(UUID subject) {
        return jdbc.sql("""
                        select id, subject_id, decision, dmn_sha256, at, inputs, outputs, reasons
                        from decision_made where subject_id = :subject order by at, id
                        """)
                .param("subject", subject)
                .query((row, number) -> made(row))
                .list();
    }

    private DecisionMade made(ResultSet row) throws SQLException {
        return new DecisionMade(
                row.getObject("id", UUID.class),
                row.getObject("subject_id", UUID.class),
                row.getString("decision"),
                row.getString("dmn_sha256"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                json.readValue(row.getString("inputs"), new TypeReference<>() {}),
                json.readValue(row.getString("outputs"), new TypeReference<>() {}),
                json.readValue(row.getString("reasons"), new TypeReference<>() {}));
    }
}

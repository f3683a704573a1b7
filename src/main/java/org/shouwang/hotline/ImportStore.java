package org.shouwang.hotline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Files of orders and their rows; what a cell holds is ciphertext. */
@Component
@Transactional
class ImportStore {

    private static final String PLACE = "hotline_row.sealed";

    private static final String SELECT = """
            select hotline_import.*,
                   (select count(*) from hotline_row where import_id = id and state = 'good') good,
                   (select count(*) from hotline_row where import_id = id and state = 'bad') bad,
                   (select count(*) from hotline_row where import_id = id and state = 'known') known,
                   (select count(*) from hotline_row where import_id = id and state = 'taken') taken
            from hotline_import
            """;

    private final JdbcClient jdbc;
    private final Secrecy secrecy;
    private final JsonMapper json;

    ImportStore(JdbcClient jdbc, Secrecy secrecy, JsonMapper json) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
        this.json = json;
    }

    /**
     * A row as it is kept.
     *
     * @param cells what was typed, in the order of the template's columns
     */
    record Kept(int number, String state, List<String> cells, ObjectNode answers, List<FieldProblem> problems) {}

    void insert(UUID id, Hotline line, UUID officer, Instant at) {
        jdbc.sql("insert into hotline_import (id, line, receives, officer, at, division) values (?, ?, ?, ?, ?, ?)")
                .params(id, line.key(), line.receives(), officer, at(at), line.division())
                .update();
    }

    void insert(UUID importId, Hotline line, Kept row) {
        UUID id = Ids.next();
        ObjectNode content = row.answers().objectNode();
        content.set("answers", row.answers());
        content.set("cells", json.valueToTree(row.cells()));
        jdbc.sql("""
                        insert into hotline_row (import_id, row_no, row_id, state, sealed, problems, receives, division)
                        values (?, ?, ?, ?, ?, cast(? as jsonb), ?, ?)""")
                .params(
                        importId,
                        row.number(),
                        id,
                        row.state(),
                        secrecy.seal(PLACE, id, json.writeValueAsString(content)),
                        json.writeValueAsString(row.problems()),
                        line.receives(),
                        line.division())
                .update();
    }

    /** Files nobody needs any more, with what was bad in them. */
    void forget(Hotline line, Instant before) {
        jdbc.sql("delete from hotline_import where line = ? and at < ?")
                .params(line.key(), at(before))
                .update();
    }

    Optional<HotlineImport> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query((row, at) -> new HotlineImport(
                        row.getObject("id", UUID.class),
                        row.getString("line"),
                        row.getString("division"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getInt("good"),
                        row.getInt("bad"),
                        row.getInt("known"),
                        row.getInt("taken")))
                .optional();
    }

    List<Integer> good(UUID id) {
        return jdbc.sql("select row_no from hotline_row where import_id = ? and state = 'good' order by row_no")
                .param(id)
                .query(Integer.class)
                .list();
    }

    List<HotlineImport.Row> rows(UUID id, int after, int limit) {
        return jdbc.sql("""
                        select * from hotline_row where import_id = ? and row_no > ? order by row_no limit ?""")
                .params(id, after, limit)
                .query((row, at) -> new HotlineImport.Row(
                        row.getInt("row_no"),
                        row.getString("state"),
                        content(row).path("answers").path("number").asString(""),
                        problems(row),
                        row.getObject("order_id", UUID.class)))
                .list();
    }

    List<Kept> bad(UUID id) {
        return jdbc.sql("select * from hotline_row where import_id = ? and state = 'bad' order by row_no")
                .param(id)
                .query((row, at) -> kept(row))
                .list();
    }

    /** A row that still waits, held until the transaction ends. */
    Optional<Kept> lock(UUID id, int number) {
        return jdbc.sql("select * from hotline_row where import_id = ? and row_no = ? and state = 'good' for update")
                .params(id, number)
                .query((row, at) -> kept(row))
                .optional();
    }

    void taken(UUID id, int number, UUID order, boolean known) {
        jdbc.sql("update hotline_row set state = ?, order_id = ?, sealed = null where import_id = ? and row_no = ?")
                .params(known ? "known" : "taken", order, id, number)
                .update();
    }

    void refused(UUID id, int number, List<FieldProblem> problems) {
        jdbc.sql("update hotline_row set state = 'bad', problems = cast(? as jsonb) where import_id = ? and row_no = ?")
                .params(json.writeValueAsString(problems), id, number)
                .update();
    }

    private Kept kept(ResultSet row) throws SQLException {
        JsonNode content = content(row);
        return new Kept(
                row.getInt("row_no"),
                row.getString("state"),
                content.path("cells").valueStream().map(JsonNode::asString).toList(),
                content.path("answers") instanceof ObjectNode answers ? answers : json.createObjectNode(),
                problems(row));
    }

    private JsonNode content(ResultSet row) throws SQLException {
        byte @Nullable [] sealed = row.getBytes("sealed");
        return sealed == null
                ? json.createObjectNode()
                : json.readTree(secrecy.open(PLACE, row.getObject("row_id", UUID.class), sealed));
    }

    private List<FieldProblem> problems(ResultSet row) throws SQLException {
        return json.readValue(row.getString("problems"), new TypeReference<>() {});
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

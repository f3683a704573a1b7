package org.shouwang.liaison;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.web.FieldProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sheets that came back and what became of their rows: numbers and reasons, nothing of what was typed. */
@Component
@Transactional
class SheetStore {

    private static final String SELECT = """
            select sheet.id, sheet.sent_by, sheet.received_at,
                   count(*) filter (where row.outcome = 'taken') taken, count(*) filter (where row.outcome = 'known') known,
                   count(*) filter (where row.outcome = 'rejected') rejected
            from police_sheet sheet left join police_sheet_row row on row.sheet_id = sheet.id
            """;

    private final JdbcClient jdbc;
    private final Secrecy secrecy;
    private final JsonMapper json;

    SheetStore(JdbcClient jdbc, Secrecy secrecy, JsonMapper json) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
        this.json = json;
    }

    byte[] digest(String content) {
        return secrecy.index("police-sheet", content);
    }

    /** The sheet of this content: the one that came before, or a new one. Of two at once the second waits and finds it. */
    UUID once(UUID fresh, byte[] digest, UUID officer, Instant now) {
        jdbc.sql("""
                        insert into police_sheet (id, digest, sent_by, received_at) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .params(fresh, digest, officer, now.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select id from police_sheet where digest = ? and sent_by = ?")
                .params(digest, officer)
                .query(UUID.class)
                .single();
    }

    /** Rows of a sheet that have been dealt with. */
    @Transactional(readOnly = true)
    Set<Integer> dealtWith(UUID sheet) {
        return jdbc.sql("select no from police_sheet_row where sheet_id = ?")
                .param(sheet)
                .query(Integer.class)
                .set();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(UUID sheet, SheetResult result) {
        jdbc.sql("""
                        insert into police_sheet_row (sheet_id, no, reference, outcome, problems)
                        values (?, ?, ?, ?, cast(? as jsonb))""")
                .params(
                        sheet,
                        result.no(),
                        result.reference(),
                        result.outcome(),
                        json.writeValueAsString(result.problems()))
                .update();
    }

    /** One's own, the newest first. */
    @Transactional(readOnly = true)
    List<PoliceSheet> latest(UUID officer, int limit) {
        return jdbc.sql(SELECT + "where sheet.sent_by = ? group by sheet.id order by sheet.received_at desc limit ?")
                .params(officer, limit)
                .query(PoliceSheet.class)
                .list();
    }

    @Transactional(readOnly = true)
    Optional<PoliceSheet> find(UUID id, UUID officer) {
        return jdbc.sql(SELECT + "where sheet.id = ? and sheet.sent_by = ? group by sheet.id")
                .params(id, officer)
                .query(PoliceSheet.class)
                .optional();
    }

    @Transactional(readOnly = true)
    List<SheetResult> rows(UUID sheet) {
        return jdbc.sql(
                        "select no, reference, outcome, problems::text from police_sheet_row where sheet_id = ? order by no")
                .param(sheet)
                .query((row, at) -> new SheetResult(
                        row.getInt("no"),
                        row.getString("reference"),
                        row.getString("outcome"),
                        json.readValue(row.getString("problems"), new TypeReference<List<FieldProblem>>() {})))
                .list();
    }
}

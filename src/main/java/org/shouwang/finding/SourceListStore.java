package org.shouwang.finding;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.access.Scope;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.web.FieldProblem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows of lists, and of what in them could not be taken. */
@Component
@Transactional
class SourceListStore {

    private static final String CELLS = "rejected_row.cells";
    private static final int LONGEST_KEPT = 500;
    private static final String SELECT =
            "select id, kind, via, agency, sent_by, received_at, taken, rejected, division from source_list ";

    private final JdbcClient jdbc;
    private final Secrecy secrecy;
    private final JsonMapper json;

    SourceListStore(JdbcClient jdbc, Secrecy secrecy, JsonMapper json) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
        this.json = json;
    }

    byte[] digest(String content) {
        return secrecy.index("source-list", content);
    }

    /** Of two who send the same at once the second waits here, and finds it. */
    void lock(byte[] digest) {
        jdbc.sql("select 1 from pg_advisory_xact_lock(hashtextextended(encode(?, 'hex'), 0))")
                .param(digest)
                .query(Integer.class)
                .single();
    }

    Optional<SourceList> byDigest(byte[] digest) {
        return jdbc.sql(SELECT + "where digest = ?")
                .param(digest)
                .query(SourceList.class)
                .optional();
    }

    Optional<SourceList> find(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(SourceList.class)
                .optional();
    }

    /** Those within reach, the newest first. */
    List<SourceList> latest(Scope scope, int limit) {
        String[] firsts = scope.territory().stream().map(Scope.Range::first).toArray(String[]::new);
        String[] lasts = scope.territory().stream().map(Scope.Range::last).toArray(String[]::new);
        return jdbc.sql(SELECT + """
                        where :own and sent_by = :officer or exists (
                            select from unnest(cast(:firsts as text[]), cast(:lasts as text[])) reach (first, last)
                            where division between reach.first and reach.last)
                        order by received_at desc, id desc limit :limit""")
                .param("own", scope.own())
                .param("officer", scope.officer())
                .param("firsts", firsts)
                .param("lasts", lasts)
                .param("limit", limit)
                .query(SourceList.class)
                .list();
    }

    void insert(SourceList list, byte[] digest) {
        jdbc.sql("""
                        insert into source_list (id, kind, via, agency, sent_by, received_at, taken, rejected, digest, division)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        list.id(),
                        list.kind(),
                        list.via(),
                        list.agency(),
                        list.sentBy(),
                        list.receivedAt().atOffset(ZoneOffset.UTC),
                        list.taken(),
                        list.rejected(),
                        digest,
                        list.division())
                .update();
    }

    void insert(SourceList list, RejectedRow row) {
        Map<String, String> kept = new HashMap<>();
        row.cells().forEach((field, cell) -> kept.put(field, cut(cell)));
        jdbc.sql("insert into rejected_row (list_id, row_no, cells, reasons, division) values (?, ?, ?, ?, ?)")
                .params(
                        list.id(),
                        row.no(),
                        secrecy.seal(CELLS, list.id(), row.no() + "\n" + json.writeValueAsString(kept)),
                        row.problems().stream().map(SourceListStore::reason).toArray(String[]::new),
                        list.division())
                .update();
    }

    private static String cut(String cell) {
        int[] characters = cell.codePoints().limit(LONGEST_KEPT + 1).toArray();
        return characters.length <= LONGEST_KEPT ? cell : new String(characters, 0, LONGEST_KEPT) + "…";
    }

    private static String reason(FieldProblem problem) {
        return problem.path() + "/" + problem.code()
                + problem.arguments().stream().map(argument -> "/" + argument).reduce("", String::concat);
    }

    private static FieldProblem problem(String reason) {
        String[] parts = reason.split("/");
        return new FieldProblem(
                parts[0],
                parts[1],
                Arrays.stream(parts)
                        .skip(2)
                        .map(Integer::valueOf)
                        .map(Object.class::cast)
                        .toList());
    }

    List<RejectedRow> rejected(UUID list) {
        return jdbc.sql("select row_no, cells, reasons from rejected_row where list_id = ? order by row_no limit 1000")
                .param(list)
                .query((row, at) -> {
                    String opened = secrecy.open(CELLS, list, row.getBytes("cells"));
                    String[] reasons = (String[]) row.getArray("reasons").getArray();
                    return new RejectedRow(
                            row.getInt("row_no"),
                            json.readValue(
                                    opened.substring(opened.indexOf('\n') + 1),
                                    new TypeReference<Map<String, String>>() {}),
                            Arrays.stream(reasons).map(SourceListStore::problem).toList());
                })
                .list();
    }
}

package org.shouwang.finding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Scope;
import org.shouwang.secrecy.Secrecy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Rows of hints, and apart from them of where they come from. */
@Component
@Transactional
class HintStore {

    private static final String SOURCE = "hint_source.sealed";
    private static final String RETURNED = "hint.returned";
    private static final String HINT = """
            select hint.id, hint.number, subject.title as name, hint.state, hint.outcome, hint.misses,
                   hint.received_at, hint.ended_at, hint.division, hint.sealed_class
            from hint join work_subject subject on subject.id = hint.id
            """;

    private final JdbcClient jdbc;
    private final Secrecy secrecy;
    private final JsonMapper json;
    private final Clock clock;

    HintStore(JdbcClient jdbc, Secrecy secrecy, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
        this.json = json;
        this.clock = clock;
    }

    /** What is sealed of an origin; the columns have nothing that tells of it. */
    private record Sealed(
            String kind,
            UUID list,
            int row,
            @Nullable String idNumber,
            @Nullable LocalDate birthDate,
            String situation,
            String village) {}

    String nextNumber() {
        long number =
                jdbc.sql("select nextval('hint_number')").query(Long.class).single();
        return "%d-%05d".formatted(LocalDate.now(clock).getYear(), number);
    }

    void insert(Hint hint) {
        jdbc.sql("insert into hint (id, number, received_at, division) values (?, ?, ?, ?)")
                .params(hint.id(), hint.number(), at(hint.receivedAt()), hint.division())
                .update();
    }

    void insert(Hint hint, HintOrigin origin, byte[] same, String county) {
        Sealed sealed = new Sealed(
                origin.kind(),
                origin.list(),
                origin.row(),
                origin.idNumber(),
                origin.birthDate(),
                origin.situation(),
                origin.village());
        jdbc.sql(
                        "insert into hint_source (hint_id, sealed, same, until, received_at, division) values (?, ?, ?, ?, ?, ?)")
                .params(
                        hint.id(),
                        secrecy.seal(SOURCE, hint.id(), json.writeValueAsString(sealed)),
                        same,
                        origin.until(),
                        at(hint.receivedAt()),
                        county)
                .update();
    }

    byte[] same(String kind, String identity) {
        return secrecy.index("hint", kind + "|" + identity);
    }

    /** Whether a hint of the kind about the same child is still shown. */
    boolean known(byte[] same, LocalDate today) {
        return jdbc.sql("select exists (select from hint_source where same = ? and until >= ?)")
                .params(same, today)
                .query(Boolean.class)
                .single();
    }

    Optional<Hint> find(UUID id) {
        return jdbc.sql(HINT + "where hint.id = ?").param(id).query(Hint.class).optional();
    }

    /** Where it comes from; empty for whoever may not know. */
    Optional<HintOrigin> origin(UUID hint) {
        return jdbc.sql("select hint_id, sealed, until, person_id from hint_source where hint_id = ?")
                .param(hint)
                .query(this::opened)
                .optional();
    }

    private HintOrigin opened(ResultSet row, int number) throws SQLException {
        UUID hint = row.getObject("hint_id", UUID.class);
        Sealed sealed = json.readValue(secrecy.open(SOURCE, hint, row.getBytes("sealed")), Sealed.class);
        return new HintOrigin(
                sealed.kind(),
                sealed.list(),
                sealed.row(),
                sealed.idNumber(),
                sealed.birthDate(),
                sealed.situation(),
                sealed.village(),
                row.getObject("until", LocalDate.class),
                row.getObject("person_id", UUID.class));
    }

    /**
     * A page of a list, the newest first, of the counties somebody works for.
     *
     * @param list {@code open} and {@code done} of those still shown, or {@code expired}
     */
    List<Hint> page(String list, Scope scope, Instant beforeAt, UUID before, int limit) {
        String[] firsts = scope.territory().stream().map(Scope.Range::first).toArray(String[]::new);
        String[] lasts = scope.territory().stream().map(Scope.Range::last).toArray(String[]::new);
        return jdbc.sql(HINT + """
                        join hint_source source on source.hint_id = hint.id
                        where (source.received_at, source.hint_id) < (:beforeAt, :before)
                          and exists (select from unnest(cast(:firsts as text[]), cast(:lasts as text[])) reach (first, last)
                                      where hint.division between reach.first and reach.last)
                          and hint.id <> all (:barred)
                          and case :list when 'expired' then source.until < :today
                                         else source.until >= :today and hint.state = :list end
                        order by source.received_at desc, source.hint_id desc limit :limit""")
                .param("beforeAt", at(beforeAt))
                .param("before", before)
                .param("firsts", firsts)
                .param("lasts", lasts)
                .param("barred", scope.barredIds())
                .param("list", list, Types.VARCHAR)
                .param("today", LocalDate.now(clock))
                .param("limit", limit)
                .query(Hint.class)
                .list();
    }

    void looked(UUID hint, String outcome, boolean ends, Instant when) {
        jdbc.sql("""
                        update hint set outcome = :outcome, misses = misses + case when :outcome = 'missed' then 1 else 0 end,
                            state = case when :ends then 'done' else state end,
                            ended_at = case when :ends then cast(:now as timestamptz) end
                        where id = :hint""")
                .param("outcome", outcome)
                .param("ends", ends)
                .param("now", at(when))
                .param("hint", hint)
                .update();
    }

    void ended(UUID hint, Instant when) {
        jdbc.sql("update hint set state = 'done', ended_at = ?, returned = null where id = ?")
                .params(at(when), hint)
                .update();
    }

    void returned(UUID hint, String reason) {
        jdbc.sql("update hint set returned = ? where id = ?")
                .params(secrecy.seal(RETURNED, hint, reason), hint)
                .update();
    }

    Optional<String> reasonReturned(UUID hint) {
        return jdbc.sql("select returned from hint where id = ? and returned is not null")
                .param(hint)
                .query(byte[].class)
                .optional()
                .map(words -> secrecy.open(RETURNED, hint, words));
    }

    void moved(UUID hint, String division) {
        jdbc.sql("update hint set division = ?, misses = 0, returned = null where id = ?")
                .params(division, hint)
                .update();
    }

    boolean matched(UUID hint, UUID person, UUID officer, Instant when) {
        return jdbc.sql("update hint_source set person_id = ?, matched_by = ?, matched_at = ? where hint_id = ?")
                        .params(person, officer, at(when), hint)
                        .update()
                > 0;
    }

    /** Whether this officer has, or had, the task of looking after the child. */
    boolean works(UUID hint, UUID officer) {
        return jdbc.sql("""
                        select exists (select from inbox_task
                                       where subject_id = :hint and subject_kind = 'hint'
                                         and (done_by = :officer or assignee = :officer))""")
                .param("hint", hint)
                .param("officer", officer)
                .query(Boolean.class)
                .single();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

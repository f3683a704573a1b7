package org.shouwang.person;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
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
import org.shouwang.web.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which files wait to be compared, and which pairs may be one person. */
@Component
@Transactional
class MergeStore {

    private static final String REASON = "merge_candidate.reason";
    private static final String UNDONE = "merge_candidate.undone";
    private static final String PAIR = """
            select id, person_id, other_id, score, signs, state, reason, decided_by, decided_at, found_at, division,
                   sealed_class from merge_candidate
            """;

    private final JdbcClient jdbc;
    private final PersonTable table;
    private final Secrecy secrecy;

    MergeStore(JdbcClient jdbc, PersonTable table, Secrecy secrecy) {
        this.jdbc = jdbc;
        this.table = table;
        this.secrecy = secrecy;
    }

    private record Near(UUID id, Likeness.Side side, String sealedClass) {}

    List<UUID> unmatched(int limit) {
        return jdbc.sql("select person_id from person_unmatched order by since, person_id limit ?")
                .param(limit)
                .query(UUID.class)
                .list();
    }

    /** Whether it was still waiting; another node may have been first. */
    boolean taken(UUID person) {
        return jdbc.sql("delete from person_unmatched where person_id = ?")
                        .param(person)
                        .update()
                == 1;
    }

    /** Whether somebody was found. */
    boolean compare(UUID person, Instant at) {
        Optional<Facts> facts = table.facts(person);
        return facts.isPresent() && compare(person, facts.get(), at);
    }

    private boolean compare(UUID person, Facts facts, Instant at) {
        Likeness.Side one = new Likeness.Side(
                facts.name(),
                facts.sex(),
                facts.birthDate(),
                facts.birthEstimated(),
                facts.idNumber() == null ? null : table.index(facts.idNumber()),
                facts.division());
        String sealedClass = jdbc.sql("select sealed_class from person where id = ?")
                .param(person)
                .query(String.class)
                .single();
        boolean found = false;
        for (Near near : near(person, facts.name())) {
            Optional<Likeness> likeness = Likeness.of(one, near.side());
            if (likeness.isPresent()) {
                boolean restricted =
                        !(sealedClass.equals("open") && near.sealedClass().equals("open"));
                insert(
                        person,
                        near.id(),
                        likeness.get(),
                        place(one.division(), near.side().division(), restricted),
                        restricted,
                        at);
                found = true;
            }
        }
        return found;
    }

    /** Their township's; the county's, where there are two or one of them stands in nobody's register. */
    private static String place(String one, String other, boolean restricted) {
        int shared = !restricted && one.regionMatches(0, other, 0, 9) ? 9 : 6;
        return one.substring(0, shared) + "0".repeat(12 - shared);
    }

    private List<Near> near(UUID person, String name) {
        return jdbc.sql("select * from likely_same(?, ?)")
                .params(person, name)
                .query((row, number) -> near(row))
                .list();
    }

    private Near near(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Near(
                id,
                new Likeness.Side(
                        PersonTable.name(row, id, secrecy),
                        row.getString("sex"),
                        row.getObject("birth_date", LocalDate.class),
                        row.getBoolean("birth_estimated"),
                        row.getBytes("id_index"),
                        row.getString("division")),
                row.getString("sealed_class"));
    }

    private void insert(UUID person, UUID other, Likeness likeness, String division, boolean restricted, Instant at) {
        jdbc.sql("""
                        insert into merge_candidate (id, person_id, other_id, score, signs, found_at, division, sealed_class)
                        values (:id, :person, :other, :score, :signs, :at, :division, :class) on conflict do nothing""")
                .param("id", Ids.next())
                .param("person", person)
                .param("other", other)
                .param("score", likeness.score())
                .param("signs", likeness.signs().toArray(String[]::new))
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .param("division", division)
                .param("class", restricted ? "restricted" : "open")
                .update();
    }

    Optional<Pair> find(UUID id) {
        return jdbc.sql(PAIR + "where id = ?").param(id).query(this::pair).optional();
    }

    /** The newest first. */
    List<Pair> page(boolean done, Scope scope, UUID before, int limit) {
        return jdbc.sql(PAIR + """
                        where id < :before and (state in ('same', 'different')) = :done
                          and (sealed_class = 'open' and exists (
                                   select from unnest(cast(:firsts as text[]), cast(:lasts as text[])) reach (first, last)
                                   where division between reach.first and reach.last)
                               or exists (
                                   select from unnest(cast(:more as text[]), cast(:most as text[])) reach (first, last)
                                   where division between reach.first and reach.last))
                        order by id desc limit :limit""")
                .param("before", before)
                .param("done", done)
                .param("firsts", codes(scope.territory(), true))
                .param("lasts", codes(scope.territory(), false))
                .param("more", codes(scope.restrictedTerritory(), true))
                .param("most", codes(scope.restrictedTerritory(), false))
                .param("limit", limit)
                .query(this::pair)
                .list();
    }

    private static String[] codes(List<Scope.Range> ranges, boolean first) {
        return ranges.stream()
                .map(range -> first ? range.first() : range.last())
                .toArray(String[]::new);
    }

    /** Files that were found to be this person's, too. */
    List<Pair> same(UUID person) {
        return jdbc.sql(PAIR + "where state = 'same' and ? in (person_id, other_id) order by id desc limit 20")
                .param(person)
                .query(this::pair)
                .list();
    }

    /** Whether it was still open. */
    boolean decide(UUID id, String state, String reason, UUID officer, Instant at) {
        return jdbc.sql("""
                        update merge_candidate set state = :state, reason = :reason, decided_by = :by, decided_at = :at
                        where id = :id and state = 'open'""")
                        .param("state", state)
                        .param("reason", secrecy.seal(REASON, id, reason))
                        .param("by", officer)
                        .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Whether it was still waiting for a second officer. */
    boolean confirm(UUID id, UUID officer) {
        return jdbc.sql("""
                        update merge_candidate set state = substr(state, length('proposed-') + 1), confirmed_by = :by
                        where id = :id and state like 'proposed-%' and decided_by <> :by""").param("by", officer).param("id", id).update() == 1;
    }

    /** Whether there was a decision, or a proposal, to take back. */
    boolean reopen(UUID id, String reason) {
        return jdbc.sql("""
                        update merge_candidate set state = 'open', reason = null, decided_by = null, decided_at = null,
                            confirmed_by = null, undone = :reason
                        where id = :id and state <> 'open'""")
                        .param("reason", secrecy.seal(UNDONE, id, reason))
                        .param("id", id)
                        .update()
                == 1;
    }

    /** A pair as it is stored. */
    record Pair(
            UUID id,
            UUID person,
            UUID other,
            int score,
            List<String> signs,
            String state,
            @Nullable String reason,
            @Nullable UUID decidedBy,
            @Nullable Instant decidedAt,
            Instant foundAt,
            String division,
            String sealedClass) {

        @Override
        public String toString() {
            return "Pair[" + id + "]";
        }
    }

    private Pair pair(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] reason = row.getBytes("reason");
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        Array signs = row.getArray("signs");
        return new Pair(
                id,
                row.getObject("person_id", UUID.class),
                row.getObject("other_id", UUID.class),
                row.getInt("score"),
                List.of((String[]) signs.getArray()),
                row.getString("state"),
                reason == null ? null : secrecy.open(REASON, id, reason),
                row.getObject("decided_by", UUID.class),
                decided == null ? null : decided.toInstant(),
                row.getObject("found_at", OffsetDateTime.class).toInstant(),
                row.getString("division"),
                row.getString("sealed_class"));
    }
}

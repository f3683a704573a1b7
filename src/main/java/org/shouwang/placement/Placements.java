package org.shouwang.placement;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Ids;
import org.shouwang.web.Refusal;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The places a child has been in, one after the other and never two at once, in whichever case they were written down.
 * What is recorded late or in the wrong order stands where it belongs in time.
 */
@Service
@Transactional
public class Placements {

    /** SQLSTATE "exclusion violation". */
    private static final String TWO_AT_ONCE = "23P01";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    Placements(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A place that begins.
     *
     * @param caseId whose main person is placed
     * @param place {@code PLACE} code
     * @param record the record that says so
     * @param field of that record, for a refusal
     */
    record Beginning(UUID caseId, String place, UUID record, String field) {}

    /** The places of a case, the newest first. */
    @Transactional(readOnly = true)
    public List<Placement> of(UUID caseId) {
        return jdbc.sql("""
                        select id, case_id, person_id, place, since, record_id,
                               -- Ended by a place another case tells of: whoever reads this one is not told that there is one.
                               case when until = since or until < followed_at or exists (
                                   select from placement later
                                   where later.case_id = placement.case_id and later.since >= placement.until)
                               then until end until
                        from placement where case_id = ? order by since desc, id desc limit 100""").param(caseId).query(Placement.class).list();
    }

    /**
     * Whether the child is at home as far as the ledger knows. Treated in a hospital, or only told to be gone, it still
     * belongs where it was handed to; nowhere, where nobody handed it anywhere.
     */
    @Transactional(readOnly = true)
    boolean atHome(UUID caseId) {
        return jdbc.sql("""
                        select place in ('home', 'other-guardian') from placement
                        where case_id = ? and until is distinct from since and not admitted
                          and (known <> 'told' or place in ('home', 'other-guardian'))
                        order by since desc, id desc limit 1""").param(caseId).query(Boolean.class).optional().orElse(true);
    }

    /** Whether this case's ledger has the child in a kind of place at a moment. */
    @Transactional(readOnly = true)
    boolean wasIn(UUID caseId, String place, Instant at) {
        return jdbc.sql("""
                        select exists (select from placement
                                       where case_id = :case and place = :place and until is distinct from since
                                         and since <= :at and (until is null or until > :at))""")
                .param("case", caseId)
                .param("place", place)
                .param("at", at(at))
                .query(Boolean.class)
                .single();
    }

    /** Whether the last place this case knows is of a kind. */
    @Transactional(readOnly = true)
    boolean isIn(UUID caseId, String place) {
        return beginsIn(caseId, place).isPresent() && of(caseId).get(0).place().equals(place);
    }

    /** When the last time in a kind of place began, as far as this case knows. */
    @Transactional(readOnly = true)
    Optional<Instant> beginsIn(UUID caseId, String place) {
        return jdbc.sql("""
                        select since from placement
                        where case_id = ? and place = ? and until is distinct from since
                        order by since desc limit 1""")
                .params(caseId, place)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** The child has arrived in a hospital at this moment; that takes it away from nobody. */
    @Transactional(propagation = Propagation.MANDATORY)
    void admitted(Beginning made, Instant at) {
        handed(made, at);
        jdbc.sql("update placement set admitted = true where record_id = ?")
                .param(made.record())
                .update();
    }

    /** The child was handed over at this moment; what was told of the same case before that is over by then. */
    @Transactional(propagation = Propagation.MANDATORY)
    void handed(Beginning made, Instant at) {
        begin(made, at, at, "handed");
    }

    /** The child is there from this day on, after whatever else began on it. */
    @Transactional(propagation = Propagation.MANDATORY)
    void dated(Beginning made, LocalDate day) {
        begin(made, startOf(day), startOf(day.plusDays(1)), "dated");
    }

    /** The child is there as this is written down; since when exactly, nobody says. */
    @Transactional(propagation = Propagation.MANDATORY)
    void told(Beginning made, Instant at) {
        begin(made, at, at, "told");
    }

    /** The police had taken the child away by then. */
    @Transactional(propagation = Propagation.MANDATORY)
    void removed(UUID record) {
        jdbc.sql("update placement set removed = true where record_id = ?")
                .param(record)
                .update();
    }

    private void begin(Beginning made, Instant earliest, Instant latest, String known) {
        try {
            ended(place(made, earliest, latest, known));
        } catch (DataIntegrityViolationException e) {
            if (e.getMostSpecificCause() instanceof SQLException sql && TWO_AT_ONCE.equals(sql.getSQLState())) {
                throw Refusal.invalid(List.of(FieldProblem.at(made.field(), "placement-two-at-once")));
            }
            throw e;
        }
    }

    /** @return other cases of the child in which a place ended by this */
    private List<UUID> place(Beginning made, Instant earliest, Instant latest, String known) {
        return jdbc.sql("select unnest(place_child(?, ?, ?, ?, ?, ?, ?))")
                .params(Ids.next(), made.caseId(), made.place(), at(earliest), at(latest), known, made.record())
                .query(UUID.class)
                .list();
    }

    /** Without who and why: the case that says so may be one whose existence nobody of this one knows. */
    private void ended(List<UUID> elsewhere) {
        elsewhere.forEach(
                caseId -> journal.append(new Event("placement.ended", caseId, null, null, null, null, Map.of())));
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

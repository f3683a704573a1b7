package org.shouwang.referral;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.secrecy.Secrecy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of the referrals; one run of the process has a row each time it was sent. */
@Component
@Transactional
class ReferralStore {

    private static final int MOST = 100;
    private static final String PLACE = "referral.sent";
    private static final String SELECT = "select * from referral";

    private final JdbcClient jdbc;
    private final Secrecy secrecy;

    ReferralStore(JdbcClient jdbc, Secrecy secrecy) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
    }

    /** @param sent what goes along, frozen */
    void insert(Referral made, String instance, @Nullable String way, String sent) {
        jdbc.sql("""
                        insert into referral (id, case_id, instance, record, kind, agency, receiver, instead, county, unit, tie,
                                              way, purpose, ground, consent, fields, until, sent, sender, sent_at, answer_by,
                                              division, sealed_class)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        made.id(),
                        made.caseId(),
                        instance,
                        made.record(),
                        made.kind(),
                        made.agency(),
                        made.receiver(),
                        made.instead(),
                        made.county(),
                        made.unit(),
                        made.tie(),
                        way,
                        made.purpose(),
                        made.ground(),
                        made.consent(),
                        made.fields().toArray(String[]::new),
                        date(made.until()),
                        secrecy.seal(PLACE, made.id(), sent),
                        made.sender(),
                        at(made.sentAt()),
                        date(made.answerBy()),
                        made.division(),
                        made.sealedClass()))
                .update();
    }

    /** The latest first. */
    List<Referral> ofCase(UUID caseId) {
        return jdbc.sql(SELECT + " where case_id = ? order by sent_at desc, id desc limit " + MOST)
                .param(caseId)
                .query((row, at) -> referral(row))
                .list();
    }

    /** What came to these officers, the latest first. */
    List<Referral> receivedBy(Collection<UUID> officers) {
        return jdbc.sql(SELECT + " where receiver = any(?) order by sent_at desc, id desc limit " + MOST)
                .param(officers.toArray(UUID[]::new))
                .query((row, at) -> referral(row))
                .list();
    }

    Optional<Referral> find(UUID id) {
        return one(" where id = ?", id);
    }

    /** Held until the transaction ends. */
    Optional<Referral> lock(UUID id) {
        return one(" where id = ? for update", id);
    }

    /** What a run of the process is about now, or was at its end. */
    Optional<Referral> ofRun(String instance) {
        return one(" where instance = ? order by sent_at desc, id desc limit 1", instance);
    }

    private Optional<Referral> one(String which, Object of) {
        return jdbc.sql(SELECT + which)
                .param(of)
                .query((row, at) -> referral(row))
                .optional();
    }

    String runOf(UUID id) {
        return jdbc.sql("select instance from referral where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** What went along; empty once it was taken back. */
    Optional<String> sent(UUID id) {
        return jdbc.sql("select sent from referral where id = ? and sent is not null")
                .param(id)
                .query((row, at) -> secrecy.open(PLACE, id, row.getBytes("sent")))
                .optional();
    }

    void sent(UUID id, String more) {
        jdbc.sql("update referral set sent = ?, state = 'sent' where id = ?")
                .params(secrecy.seal(PLACE, id, more), id)
                .update();
    }

    /**
     * @param refusal why not, for {@code refused}
     * @param over whether this is the end: a transfer ends when it is accepted
     */
    void answered(
            UUID id, String state, String heard, @Nullable String refusal, UUID record, Instant when, boolean over) {
        jdbc.sql("""
                        update referral
                        set state = ?, heard = ?, refusal = ?, answer_record = ?, answered_at = ?, ended_at = ?
                        where id = ?""")
                .params(Arrays.asList(state, heard, refusal, record, at(when), over ? at(when) : null, id))
                .update();
    }

    void result(UUID id, boolean last, String heard, UUID record, Instant when) {
        jdbc.sql("""
                        update referral
                        set results = results + 1, heard = ?, result_record = ?, result_at = ?, state = ?, ended_at = ?
                        where id = ?""")
                .params(Arrays.asList(heard, record, at(when), last ? "done" : "accepted", last ? at(when) : null, id))
                .update();
    }

    /** A refused one stays so, and is over: it goes elsewhere, or nowhere. */
    void ended(UUID id, Instant when) {
        jdbc.sql("update referral set ended_at = ? where id = ?")
                .params(at(when), id)
                .update();
    }

    void recalled(UUID id, Instant when) {
        jdbc.sql("update referral set state = 'recalled', sent = null, ended_at = ? where id = ?")
                .params(at(when), id)
                .update();
    }

    boolean transferAccepted(UUID caseId) {
        return jdbc.sql(
                        "select exists (select from referral where case_id = ? and kind = 'transfer' and state = 'accepted')")
                .param(caseId)
                .query(Boolean.class)
                .single();
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Referral referral(ResultSet row) throws SQLException {
        return new Referral(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("record", UUID.class),
                row.getString("kind"),
                row.getObject("agency", UUID.class),
                row.getObject("receiver", UUID.class),
                row.getBoolean("instead"),
                row.getString("county"),
                row.getString("unit"),
                row.getString("tie"),
                row.getString("purpose"),
                row.getString("ground"),
                row.getObject("consent", UUID.class),
                List.of((String[]) row.getArray("fields").getArray()),
                row.getObject("until", LocalDate.class),
                row.getObject("sender", UUID.class),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                row.getObject("answer_by", LocalDate.class),
                row.getString("state"),
                instant(row, "answered_at"),
                row.getString("heard"),
                row.getString("refusal"),
                row.getObject("answer_record", UUID.class),
                row.getInt("results"),
                instant(row, "result_at"),
                row.getObject("result_record", UUID.class),
                instant(row, "ended_at"),
                row.getString("division"),
                row.getString("sealed_class"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

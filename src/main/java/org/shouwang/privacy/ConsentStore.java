package org.shouwang.privacy;

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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwang.casefile.CaseView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of the register and of the units each entry names. */
@Component
@Transactional
class ConsentStore {

    private static final int MOST = 200;

    private final JdbcClient jdbc;

    ConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(Consent consent, CaseView of) {
        jdbc.sql("""
                        insert into consent (id, case_id, person_id, purpose, ground, giver, without, fields, valid_from,
                                             valid_until, evidence, recorded_by, recorded_at, outside, division, sealed_class)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        consent.id(),
                        of.id(),
                        consent.person(),
                        consent.purpose(),
                        consent.ground(),
                        consent.giver(),
                        consent.without(),
                        consent.fields().toArray(String[]::new),
                        Date.valueOf(consent.from()),
                        consent.until() == null ? null : Date.valueOf(consent.until()),
                        consent.evidence(),
                        consent.recordedBy(),
                        at(consent.recordedAt()),
                        consent.outside(),
                        of.division(),
                        of.sealedClass()))
                .update();
        consent.recipients().forEach(each -> jdbc.sql("""
                        insert into consent_recipient (consent_id, agency_id, case_id, division, sealed_class)
                        values (?, ?, ?, ?, ?)""")
                .params(consent.id(), each.agency(), of.id(), of.division(), of.sealedClass())
                .update());
    }

    /** The latest first. */
    List<Consent> ofCase(UUID caseId) {
        return whole(jdbc.sql("select * from consent where case_id = ? order by recorded_at desc, id limit " + MOST)
                .params(caseId)
                .query((row, at) -> consent(row))
                .list());
    }

    Optional<Consent> find(UUID id) {
        return one(id, "");
    }

    /** As {@link #find}, held until the transaction ends. */
    Optional<Consent> lock(UUID id) {
        return one(id, " for update");
    }

    private Optional<Consent> one(UUID id, String held) {
        return whole(jdbc.sql("select * from consent where id = ?" + held)
                        .param(id)
                        .query((row, at) -> consent(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** Those that end within {@code by} and were not told of yet, each for one node only. */
    List<Consent> ending(LocalDate by, int limit) {
        return jdbc.sql("""
                        select * from consent
                        where withdrawn_at is null and reminded_at is null and valid_until <= ?
                        order by valid_until limit ? for update skip locked""")
                .params(Date.valueOf(by), limit)
                .query((row, at) -> consent(row))
                .list();
    }

    void reminded(UUID id, Instant at) {
        jdbc.sql("update consent set reminded_at = ? where id = ?")
                .params(at(at), id)
                .update();
    }

    /** From the next day on nothing goes to anybody on this ground. */
    void ends(UUID id, LocalDate last) {
        jdbc.sql("update consent set valid_until = greatest(valid_from, least(valid_until, ?)) where id = ?")
                .params(Date.valueOf(last), id)
                .update();
    }

    void withdrawn(UUID id, String by, UUID officer, Instant at) {
        jdbc.sql("update consent set withdrawn_at = ?, withdrawn_by = ?, withdrawn_with = ? where id = ?")
                .params(at(at), by, officer, id)
                .update();
    }

    void answeredIn(UUID consent, UUID agency, String instance) {
        jdbc.sql("update consent_recipient set instance = ? where consent_id = ? and agency_id = ?")
                .params(instance, consent, agency)
                .update();
    }

    /** The withdrawal that a run of the process is about. */
    record Asked(UUID consent, UUID agency) {}

    Optional<Asked> askedIn(String instance) {
        return jdbc.sql("select consent_id consent, agency_id agency from consent_recipient where instance = ?")
                .param(instance)
                .query(Asked.class)
                .optional();
    }

    void answered(Asked asked, String outcome, @Nullable String ground, boolean byPhone, UUID officer, Instant at) {
        jdbc.sql("""
                        update consent_recipient
                        set outcome = ?, kept_ground = ?, by_phone = ?, done_by = ?, done_at = ?
                        where consent_id = ? and agency_id = ?""")
                .params(Arrays.asList(outcome, ground, byPhone, officer, at(at), asked.consent(), asked.agency()))
                .update();
    }

    private List<Consent> whole(List<Consent> bare) {
        Map<UUID, List<Consent.Recipient>> units =
                recipients(bare.stream().map(Consent::id).toList());
        return bare.stream()
                .map(each -> each.with(units.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<Consent.Recipient>> recipients(Collection<UUID> consents) {
        record Row(UUID consent, Consent.Recipient recipient) {}
        return jdbc
                .sql("select * from consent_recipient where consent_id = any(?) order by agency_id")
                .param(consents.toArray(UUID[]::new))
                .query((row, at) -> new Row(
                        row.getObject("consent_id", UUID.class),
                        new Consent.Recipient(
                                row.getObject("agency_id", UUID.class),
                                row.getString("outcome"),
                                row.getString("kept_ground"),
                                row.getBoolean("by_phone"),
                                instant(row, "done_at"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Row::consent, Collectors.mapping(Row::recipient, Collectors.toList())));
    }

    private static Consent consent(ResultSet row) throws SQLException {
        return new Consent(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("purpose"),
                row.getString("ground"),
                row.getString("giver"),
                row.getString("without"),
                List.of((String[]) row.getArray("fields").getArray()),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getObject("evidence", UUID.class),
                row.getObject("recorded_by", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                instant(row, "withdrawn_at"),
                row.getString("withdrawn_by"),
                row.getString("outside"),
                List.of());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

package org.shouwang.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.secrecy.Secrecy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes files: the present state, a copy of every state for the history, and the parts of the name to search by. */
@Component
@Transactional
class PersonTable {

    static final String ID_PLACE = "person.id_number";
    static final String PHONE_PLACE = "person.phone";
    static final String NAME_PLACE = "person.name";

    private static final String COLUMNS =
            "household_id, name, name_sealed, sex, birth_date, birth_estimated, unidentified, id_number, id_index, id_reason, phone, division";

    private final JdbcClient jdbc;
    private final Secrecy secrecy;

    PersonTable(JdbcClient jdbc, Secrecy secrecy) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
    }

    void insert(UUID id, Facts facts, String sealedClass, FactSource source, @Nullable UUID by, Instant at) {
        bind("insert into person (id, sealed_class, created_by, created_at, " + COLUMNS + """
                ) values (:id, :sealedClass, :by, :at, :household, case :sealedClass when 'open' then :name end,
                    case when :sealedClass <> 'open' then cast(:nameSealed as bytea) end, :sex, :birthDate, :birthEstimated, :unidentified,
                    :idNumber, :idIndex, :idReason, :phone, :division)""", id, facts)
                .param("sealedClass", sealedClass)
                .param("by", by)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
        follow(id, facts, source, by, at);
    }

    /** Whether {@code version} was still the present one; nothing is written otherwise. */
    boolean update(UUID id, int version, Facts facts, FactSource source, @Nullable UUID by, Instant at) {
        boolean first = bind("""
                        update person set household_id = :household, name = case sealed_class when 'open' then :name end,
                            name_sealed = case when sealed_class <> 'open' then cast(:nameSealed as bytea) end, sex = :sex,
                            birth_date = :birthDate, birth_estimated = :birthEstimated, unidentified = :unidentified,
                            id_number = :idNumber, id_index = :idIndex, id_reason = :idReason, phone = :phone,
                            division = :division, version = version + 1
                        where id = :id and version = :version""", id, facts).param("version", version).update() == 1;
        if (first) {
            follow(id, facts, source, by, at);
        }
        return first;
    }

    Optional<Facts> facts(UUID id) {
        return jdbc.sql("select id, " + COLUMNS + " from person where id = ?")
                .param(id)
                .query((row, number) -> facts(row))
                .optional();
    }

    /** Two who open a file for one number come one after the other. */
    void oneAtATime(IdNumber number) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(encode(?, 'hex'), 0))")
                .param(index(number))
                .query(row -> {});
    }

    /** Whether an open file that may be seen, other than {@code except}, has this number. */
    boolean taken(IdNumber number, UUID except) {
        return jdbc.sql("select exists (select from person where id_index = ? and sealed_class = 'open' and id <> ?)")
                .params(index(number), except)
                .query(Boolean.class)
                .single();
    }

    byte[] index(IdNumber number) {
        return secrecy.index("id-number", number.value());
    }

    private void follow(UUID id, Facts facts, FactSource source, @Nullable UUID by, Instant at) {
        jdbc.sql("insert into person_version (person_id, version, sealed_class, source, recorded_by, recorded_at, "
                        + COLUMNS + ") select id, version, sealed_class, :source, :by, :at, " + COLUMNS
                        + " from person where id = :id")
                .param("id", id)
                .param("source", source.key())
                .param("by", by)
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
        index(id, facts);
        jdbc.sql("insert into person_unmatched (person_id, since) values (?, ?) on conflict do nothing")
                .params(id, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    private void index(UUID id, Facts facts) {
        jdbc.sql("delete from person_name_part where person_id = ?").param(id).update();
        if (!facts.unidentified()) {
            jdbc.sql("""
                            insert into person_name_part (person_id, part, division, sealed_class)
                            select id, unnest(cast(:parts as text[])), division, sealed_class
                            from person where id = :id and sealed_class = 'open'""")
                    .param("id", id)
                    .param("parts", Names.parts(facts.name()).toArray(String[]::new))
                    .update();
        }
    }

    private StatementSpec bind(String sql, UUID id, Facts facts) {
        IdNumber number = facts.idNumber();
        IdReason reason = facts.idReason();
        String phone = facts.phone();
        return jdbc.sql(sql)
                .param("id", id)
                .param("household", facts.household())
                .param("name", facts.name())
                .param("nameSealed", secrecy.seal(NAME_PLACE, id, facts.name()))
                .param("sex", facts.sex())
                .param("birthDate", facts.birthDate())
                .param("birthEstimated", facts.birthEstimated())
                .param("unidentified", facts.unidentified())
                .param("idNumber", number == null ? null : secrecy.seal(ID_PLACE, id, number.value()))
                .param("idIndex", number == null ? null : index(number))
                .param("idReason", reason == null ? null : reason.key())
                .param("phone", phone == null ? null : secrecy.seal(PHONE_PLACE, id, phone))
                .param("division", facts.division());
    }

    /** The name of a row with {@code name} and {@code name_sealed}: of a restricted person it is sealed. */
    static String name(ResultSet row, UUID person, Secrecy secrecy) throws SQLException {
        byte[] sealed = row.getBytes("name_sealed");
        return sealed == null ? row.getString("name") : secrecy.open(NAME_PLACE, person, sealed);
    }

    private Facts facts(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        byte[] number = row.getBytes("id_number");
        byte[] phone = row.getBytes("phone");
        String reason = row.getString("id_reason");
        return new Facts(
                name(row, id, secrecy),
                row.getString("sex"),
                row.getObject("birth_date", LocalDate.class),
                row.getBoolean("birth_estimated"),
                row.getBoolean("unidentified"),
                number == null ? null : new IdNumber(secrecy.open(ID_PLACE, id, number)),
                reason == null ? null : IdReason.of(reason),
                phone == null ? null : secrecy.open(PHONE_PLACE, id, phone),
                row.getString("division"),
                row.getObject("household_id", UUID.class));
    }
}

package org.shouwang.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.web.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Guardianships, past ones included. */
@Component
@Transactional
class GuardianTable {

    private final JdbcClient jdbc;
    private final Secrecy secrecy;
    private final PersonViews views;

    GuardianTable(JdbcClient jdbc, Secrecy secrecy, PersonViews views) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
        this.views = views;
    }

    UUID insert(
            UUID ward,
            UUID guardian,
            Guardianship guardianship,
            FactSource source,
            @Nullable UUID by,
            OffsetDateTime at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into guardianship (id, ward_id, guardian_id, capacity, whereabouts, valid_from, valid_until,
                            division, sealed_class, source, recorded_by, recorded_at)
                        select :id, id, :guardian, :capacity, :whereabouts, :from, :until, division, sealed_class,
                            :source, :by, :at
                        from person where id = :ward""")
                .param("id", id)
                .param("ward", ward)
                .param("guardian", guardian)
                .param("capacity", guardianship.capacity())
                .param("whereabouts", guardianship.whereabouts())
                .param("from", guardianship.from())
                .param("until", guardianship.until())
                .param("source", source.key())
                .param("by", by)
                .param("at", at)
                .update();
        return id;
    }

    List<Guardian> of(UUID ward, LocalDate today) {
        List<Row> rows = jdbc.sql("""
                        select guardianship.guardian_id, guardianship.capacity, guardianship.whereabouts,
                               guardianship.valid_from, kinship.relation, guardian.phone
                        from guardianship
                        join person guardian on guardian.id = guardianship.guardian_id and guardian.sealed_class = 'open'
                        left join kinship on kinship.person_id = guardianship.ward_id
                                         and kinship.relative_id = guardianship.guardian_id
                                         and kinship.replaced_at is null
                        where guardianship.ward_id = :ward and guardianship.valid_from <= :today
                          and (guardianship.valid_until is null or guardianship.valid_until >= :today)
                        order by guardianship.valid_from, guardianship.id""")
                .param("ward", ward)
                .param("today", today)
                .query((row, number) -> row(row))
                .list();
        Map<UUID, PersonView> persons = views
                .findAll(rows.stream().map(Row::guardian).toList())
                .stream()
                .collect(Collectors.toMap(PersonView::id, Function.identity()));
        return rows.stream()
                .flatMap(row -> Stream.ofNullable(persons.get(row.guardian())).map(row::as))
                .toList();
    }

    private Row row(ResultSet row) throws SQLException {
        UUID guardian = row.getObject("guardian_id", UUID.class);
        byte[] phone = row.getBytes("phone");
        return new Row(
                guardian,
                row.getString("relation"),
                row.getString("capacity"),
                row.getString("whereabouts"),
                phone == null ? null : secrecy.open(PersonTable.PHONE_PLACE, guardian, phone),
                row.getObject("valid_from", LocalDate.class));
    }

    private record Row(
            UUID guardian,
            @Nullable String relation,
            String capacity,
            String whereabouts,
            @Nullable String phone,
            LocalDate since) {

        Guardian as(PersonView person) {
            return new Guardian(person, relation, capacity, whereabouts, phone, since);
        }
    }
}

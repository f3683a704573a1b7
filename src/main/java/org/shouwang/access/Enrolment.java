package org.shouwang.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.web.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over a county's organisation. Doing it again changes only what is different. */
@Service
public class Enrolment {

    /** Digits of a code that are one's own, by tier of the national list; the rest of the subtree varies. */
    private static final Map<String, Integer> OWN_DIGITS =
            Map.of("province", 2, "prefecture", 4, "county", 6, "township", 9, "village", 12);

    private final JdbcClient jdbc;
    private final Secrecy secrecy;
    private final Clock clock;

    Enrolment(JdbcClient jdbc, Secrecy secrecy, Clock clock) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
        this.clock = clock;
    }

    @Transactional
    public void take(Organisation organisation) {
        organisation.divisions().forEach(this::place);
        organisation.agencies().forEach(this::agency);
        LocalDate since = organisation.since() == null ? LocalDate.now(clock) : organisation.since();
        organisation.officers().forEach(person -> officer(person, since));
    }

    private void place(Organisation.Place place) {
        String own = place.code().substring(0, ownDigits(place.level()));
        jdbc.sql("""
                        insert into division (code, name, level, parent, first_code, last_code)
                        values (?, ?, ?, ?, ?, ?) on conflict (code) do nothing""")
                .params(Arrays.asList(
                        place.code(), place.name(), place.level(), place.parent(), padded(own, '0'), padded(own, '9')))
                .update();
    }

    static int ownDigits(String level) {
        return Objects.requireNonNull(OWN_DIGITS.get(level), level);
    }

    static String padded(String own, char with) {
        return own + String.valueOf(with).repeat(12 - own.length());
    }

    private void agency(Organisation.Agency agency) {
        jdbc.sql("""
                        insert into agency (id, key, type, name, division) values (?, ?, ?, ?, ?)
                        on conflict (key) do update set type = excluded.type, name = excluded.name,
                            division = excluded.division""")
                .params(Ids.next(), agency.key(), agency.type(), agency.zh(), agency.division())
                .update();
    }

    private void officer(Organisation.Person person, LocalDate since) {
        UUID id = jdbc.sql("""
                        insert into officer (id, username, name) values (?, ?, ?)
                        on conflict (username) do update set name = excluded.name returning id""")
                .params(Ids.next(), person.username(), person.name())
                .query(UUID.class)
                .single();
        jdbc.sql("update officer set phone = ? where id = ?")
                .params(secrecy.seal("officer.phone", id, person.phone()), id)
                .update();
        int rank = 0;
        for (Organisation.Seat seat : person.posts()) {
            post(id, seat, rank++, since);
        }
    }

    private void post(UUID officer, Organisation.Seat seat, int rank, LocalDate since) {
        jdbc.sql("""
                        insert into post (id, officer_id, role, agency_id, division, rank, valid_from)
                        select :id, :officer, :role, agency.id, :division, :rank, :since from agency
                        where agency.key = :agency and not exists (
                            select from post where officer_id = :officer and role = :role
                              and division = :division and valid_until is null)""")
                .param("id", Ids.next())
                .param("officer", officer)
                .param("role", seat.role())
                .param("division", seat.division())
                .param("rank", rank)
                .param("since", since)
                .param("agency", seat.agency())
                .update();
    }

    /** The officer's own telephone number, to prefill what asks for it. */
    @Transactional(readOnly = true)
    public @Nullable String phone(UUID officer) {
        return jdbc.sql("select phone from officer where id = ? and phone is not null")
                .param(officer)
                .query(byte[].class)
                .optional()
                .map(phone -> secrecy.open("officer.phone", officer, phone))
                .orElse(null);
    }
}

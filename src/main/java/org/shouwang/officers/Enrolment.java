package org.shouwang.officers;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Divisions;
import org.shouwang.secrecy.Secrecy;
import org.shouwang.web.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes over a county's organisation whole. Doing it again changes only what is different. */
@Service
public class Enrolment {

    private final JdbcClient jdbc;
    private final Divisions divisions;
    private final LoginQueue logins;
    private final Secrecy secrecy;
    private final Clock clock;

    Enrolment(JdbcClient jdbc, Divisions divisions, LoginQueue logins, Secrecy secrecy, Clock clock) {
        this.jdbc = jdbc;
        this.divisions = divisions;
        this.logins = logins;
        this.secrecy = secrecy;
        this.clock = clock;
    }

    @Transactional
    public void take(Organisation organisation) {
        organisation
                .divisions()
                .forEach(place -> divisions.add(place.code(), place.name(), place.level(), place.parent()));
        organisation.agencies().forEach(this::agency);
        LocalDate since = organisation.since() == null ? LocalDate.now(clock) : organisation.since();
        organisation.officers().forEach(person -> officer(person, since));
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
        Optional<UUID> changed = jdbc.sql("""
                        insert into officer (id, username, name) values (?, ?, ?)
                        on conflict (username) do update set name = excluded.name
                        where officer.name <> excluded.name returning id""")
                .params(Ids.next(), person.username(), person.name())
                .query(UUID.class)
                .optional();
        UUID id = jdbc.sql("select id from officer where username = ?")
                .param(person.username())
                .query(UUID.class)
                .single();
        if (person.phone() != null) {
            jdbc.sql("update officer set phone = ? where id = ?")
                    .params(secrecy.seal("officer.phone", id, person.phone()), id)
                    .update();
        }
        int rank = 0;
        int given = 0;
        for (Organisation.Seat seat : person.posts()) {
            given += post(id, seat, rank++, since);
        }
        if (changed.isPresent() || given > 0) {
            logins.follow(id, person.username());
        }
    }

    private int post(UUID officer, Organisation.Seat seat, int rank, LocalDate since) {
        return jdbc.sql("""
                        insert into post (id, officer_id, role, agency_id, division, rank, valid_from)
                        select :id, :officer, :role, agency.id, :division, :rank, :since from agency
                        where agency.key = :agency and not exists (
                            select from post where officer_id = :officer and role = :role
                              and division = :division and (valid_until is null or valid_until >= :since))
                        on conflict do nothing""")
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

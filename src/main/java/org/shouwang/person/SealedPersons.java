package org.shouwang.person;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.secrecy.Secrecy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes people out of every register of whom a sealed juvenile record, or a case that is restricted, alone brought word: no
 * search finds them, no dump names them. Who these are says the database, which knows every other matter too.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class SealedPersons {

    private final JdbcClient jdbc;
    private final Secrecy secrecy;
    private final RowIdentity identity;

    SealedPersons(JdbcClient jdbc, Secrecy secrecy, RowIdentity identity) {
        this.jdbc = jdbc;
        this.secrecy = secrecy;
        this.identity = identity;
    }

    private record Version(int version, String name) {}

    /** @param matter a case that this officer is sealing or restricting in this transaction */
    public void seal(UUID matter) {
        List<UUID> people = jdbc.sql("select unnest(known_from(?))")
                .param(matter)
                .query(UUID.class)
                .list();
        identity.open(people);
        people.forEach(person -> seal(matter, person));
    }

    private void seal(UUID matter, UUID person) {
        List<Version> versions = jdbc.sql(
                        "select version, name from person_version where person_id = ? and name is not null")
                .param(person)
                .query(Version.class)
                .list();
        if (versions.isEmpty()) {
            return;
        }
        jdbc.sql("select seal_person(?, ?, ?, ?)")
                .params(
                        matter,
                        person,
                        versions.stream().map(Version::version).toArray(Integer[]::new),
                        versions.stream()
                                .map(each -> sealed(person, each.name()))
                                .toArray(String[]::new))
                .query(row -> {});
    }

    private String sealed(UUID person, String name) {
        return Base64.getEncoder().encodeToString(secrecy.seal(PersonTable.NAME_PLACE, person, name));
    }
}

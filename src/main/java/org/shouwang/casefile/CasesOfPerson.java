package org.shouwang.casefile;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.access.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which cases are about a person, and which records of a brother's or sister's case concern the person as well. */
@Service
@Transactional
public class CasesOfPerson {

    private final JdbcClient jdbc;
    private final Cases cases;

    CasesOfPerson(JdbcClient jdbc, Cases cases) {
        this.jdbc = jdbc;
        this.cases = cases;
    }

    /**
     * One case.
     *
     * @param main whether the case is the person's own, so that all its records are
     * @param records those of another child's case that stand in this person's file too
     */
    public record About(CaseView file, boolean main, Set<UUID> records) {

        public boolean concerns(UUID record) {
            return main || records.contains(record);
        }
    }

    /** Those the officer may read, the latest first. That their records were looked at goes into the journal. */
    public List<About> of(UUID person, Actor by) {
        return jdbc.sql("""
                        select id from case_file where main_person = :person
                           or id in (select case_id from case_record_person where person_id = :person)
                        order by opened_at desc limit 20""").param("person", person).query(UUID.class).list().stream()
                .flatMap(id -> cases.find(id).stream())
                .filter(found -> cases.mayRead(found, by))
                .map(found -> about(cases.read(found.id(), "records", by), person))
                .toList();
    }

    private About about(CaseView found, UUID person) {
        Set<UUID> records = jdbc
                .sql("select record_id from case_record_person where case_id = ? and person_id = ?")
                .params(found.id(), person)
                .query(UUID.class)
                .stream()
                .collect(Collectors.toSet());
        return new About(found, person.equals(found.mainPerson()), records);
    }
}

package org.shouwang.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.Post;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.shouwang.workflow.NameSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Names of the people on cases that the officer works on, wherever they live. */
@Component
@Transactional
class CasePeopleNames implements NameSource {

    private final JdbcClient jdbc;
    private final Actors actors;
    private final Persons persons;

    CasePeopleNames(JdbcClient jdbc, Actors actors, Persons persons) {
        this.jdbc = jdbc;
        this.actors = actors;
        this.persons = persons;
    }

    @Override
    public Map<String, String> names(Collection<UUID> ids) {
        return actors.find()
                .map(actor -> persons.findAll(onCasesOf(actor, ids)).stream()
                        .collect(Collectors.toMap(person -> person.id().toString(), PersonView::name)))
                .orElse(Map.of());
    }

    private List<UUID> onCasesOf(Actor actor, Collection<UUID> ids) {
        return jdbc.sql("""
                        select distinct on_it.person_id from case_person on_it
                        join participation part on part.subject_id = on_it.case_id and part.until is null
                          and part.subject_id <> all(:barred)
                        where on_it.person_id = any(:ids)
                          and (part.officer_id = any(:names) or part.agency_id = any(:agencies))""")
                .param("ids", ids.toArray(UUID[]::new))
                .param("names", actor.names().toArray(UUID[]::new))
                .param("barred", actor.barred().toArray(UUID[]::new))
                .param("agencies", actor.posts().stream().map(Post::agency).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }
}

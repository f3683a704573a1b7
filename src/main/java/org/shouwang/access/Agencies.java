package org.shouwang.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Units and who works for them, as pages name them. */
@Component
public class Agencies {

    private final JdbcClient jdbc;
    private final Clock clock;

    Agencies(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Names of several agencies, by id. */
    public Map<UUID, String> names(Collection<UUID> ids) {
        return named("select id, name from agency where id = any(?)", ids);
    }

    /** Names of several officers, by id. */
    public Map<UUID, String> officers(Collection<UUID> ids) {
        return named("select id, name from officer where id = any(?)", ids);
    }

    /** Kinds of several agencies ({@code AGENCY_TYPE}), by id. */
    public Map<UUID, String> types(Collection<UUID> ids) {
        return named("select id, type as name from agency where id = any(?)", ids);
    }

    /** The unit of each officer's main post. */
    public Map<UUID, String> unitsOf(Collection<UUID> officers) {
        return named("""
                        select distinct on (post.officer_id) post.officer_id id, agency.name
                        from post join agency on agency.id = post.agency_id
                        where post.officer_id = any(?) order by post.officer_id, post.rank, post.id""", officers);
    }

    /** Every unit that works for a place, by name. */
    public Map<UUID, String> serving(String division) {
        record Named(UUID id, String name) {}
        Map<UUID, String> serving = new LinkedHashMap<>();
        jdbc.sql("""
                        select agency.id, agency.name from agency join division on division.code = agency.division
                        where :place between division.first_code and division.last_code
                        order by agency.name limit 500""")
                .param("place", division)
                .query(Named.class)
                .list()
                .forEach(each -> serving.put(each.id(), each.name()));
        return serving;
    }

    /** Who works for a unit today, the nearest to its top first. */
    public List<UUID> workers(UUID agency) {
        return jdbc.sql("""
                        select officer.id from post join officer on officer.id = post.officer_id and officer.active
                        where post.agency_id = :agency and post.valid_from <= :today
                          and (post.valid_until is null or post.valid_until >= :today)
                        group by officer.id order by min(post.rank), officer.id limit 50""")
                .param("agency", agency)
                .param("today", LocalDate.now(clock))
                .query(UUID.class)
                .list();
    }

    /** {@code AGENCY_TYPE} of a unit. */
    public Optional<String> type(UUID agency) {
        return jdbc.sql("select type from agency where id = ?")
                .param(agency)
                .query(String.class)
                .optional();
    }

    /** The name of a police station, by its key; empty where that is none. */
    public Optional<String> policeStation(String key) {
        return jdbc.sql("select name from agency where key = ? and type = 'police-station'")
                .param(key)
                .query(String.class)
                .optional();
    }

    /** Whether anybody ever had a post in this unit: where nobody works there now, it is vacant, not without a login. */
    public boolean hadPosts(UUID agency) {
        return jdbc.sql("select exists (select from post where agency_id = ?)")
                .param(agency)
                .query(Boolean.class)
                .single();
    }

    /** Units of a kind that work for the place of a unit, the nearest first. */
    public List<UUID> above(UUID agency, String type) {
        return jdbc.sql("""
                        select above.id from agency unit
                        join agency above on above.type = :type
                        join division on division.code = above.division
                        where unit.id = :unit and above.id <> unit.id
                          and unit.division between division.first_code and division.last_code
                        order by above.division desc, above.key limit 20""")
                .param("unit", agency)
                .param("type", type)
                .query(UUID.class)
                .list();
    }

    private Map<UUID, String> named(String sql, Collection<UUID> ids) {
        record Named(UUID id, String name) {}
        return jdbc.sql(sql).param(ids.toArray(UUID[]::new)).query(Named.class).list().stream()
                .collect(Collectors.toMap(Named::id, Named::name));
    }
}

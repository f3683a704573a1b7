package org.shouwang.access;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Addressing: who holds a role, where. */
@Component
public class Posts {

    private final JdbcClient jdbc;
    private final Clock clock;

    Posts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * The nearest division upwards from {@code division} in which somebody holds {@code role} today; empty when the
     * post is vacant all the way up.
     */
    public Optional<String> nearest(String role, String division) {
        return nearest(role, division, Set.of());
    }

    /** As {@link #nearest(String, String)}, where the officers {@code without} do not count: they are kept off. */
    public Optional<String> nearest(String role, String division, Set<UUID> without) {
        return jdbc.sql("""
                        with recursive up as (
                            select code, parent, 0 step from division where code = :division
                            union all
                            select parent.code, parent.parent, step + 1
                            from division parent join up on up.parent = parent.code)
                        select up.code from up
                        where exists (
                            select from post join officer on officer.id = post.officer_id and officer.active
                            where post.role = :role and post.division = up.code and officer.id <> all(:without)
                              and post.valid_from <= :today
                              and (post.valid_until is null or post.valid_until >= :today))
                        order by step limit 1""")
                .param("division", division)
                .param("role", role)
                .param("without", without.toArray(UUID[]::new))
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .optional();
    }

    /** Officers who hold {@code role} in exactly this division today, and who stand in for them. */
    public List<Officer> holders(String role, String division) {
        return jdbc.sql("""
                        select distinct officer.id, officer.username, officer.name
                        from post
                        left join delegation on delegation.officer_id = post.officer_id and delegation.ended_at is null
                          and :today between delegation.valid_from and delegation.valid_until
                        join officer on officer.id in (post.officer_id, delegation.deputy_id) and officer.active
                        where post.role = :role and post.division = :division and post.valid_from <= :today
                          and (post.valid_until is null or post.valid_until >= :today)
                        order by officer.username""")
                .param("role", role)
                .param("division", division)
                .param("today", LocalDate.now(clock))
                .query(Officer.class)
                .list();
    }

    /** Officers whose post covers a place today, by unit and name: those who could have to do with it. */
    public List<Officer> covering(String division) {
        return jdbc.sql("""
                        select officer.id, officer.username, officer.name
                        from post join officer on officer.id = post.officer_id and officer.active
                        join division on division.code = post.division
                        join agency on agency.id = post.agency_id
                        where :division between division.first_code and division.last_code and post.valid_from <= :today
                          and (post.valid_until is null or post.valid_until >= :today)
                        group by officer.id order by min(agency.name), officer.name limit 500""")
                .param("division", division)
                .param("today", LocalDate.now(clock))
                .query(Officer.class)
                .list();
    }

    /** Shown names of officers and their units, for those whom a page mentions. */
    public Optional<String> unitOf(UUID officer) {
        return jdbc.sql("""
                        select agency.name from post join agency on agency.id = post.agency_id
                        where post.officer_id = ? order by post.rank, post.id limit 1""").param(officer).query(String.class).optional();
    }
}

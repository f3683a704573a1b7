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
    private final Jurisdictions jurisdictions;
    private final Clock clock;

    Posts(JdbcClient jdbc, Jurisdictions jurisdictions, Clock clock) {
        this.jdbc = jdbc;
        this.jurisdictions = jurisdictions;
        this.clock = clock;
    }

    /**
     * The nearest place in which somebody holds {@code role} today: the police station that has the place on its map,
     * else the nearest division upwards; empty when the post is vacant all the way up.
     *
     * @param place a division's code, or the key of a police station
     */
    public Optional<String> nearest(String role, String place) {
        return nearest(role, place, Set.of());
    }

    /** As {@link #nearest(String, String)}, where the officers {@code without} do not count: they are kept off. */
    public Optional<String> nearest(String role, String place, Set<UUID> without) {
        return onTheMap(role, place, without).or(() -> upwards(role, place, without));
    }

    /** Whether, for want of an agency on the map that has somebody, another place does what is the police's here. */
    public boolean standsIn(String role, String division) {
        return role.equals(Jurisdictions.ROLE)
                && jurisdictions.known()
                && onTheMap(role, division, Set.of()).isEmpty();
    }

    private Optional<String> onTheMap(String role, String place, Set<UUID> without) {
        if (!role.equals(Jurisdictions.ROLE)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select post.place from post join agency on agency.id = post.agency_id
                        join officer on officer.id = post.officer_id and officer.active
                        where agency.key = :agency and post.role = :role and officer.id <> all(:without)
                          and post.valid_from <= :today and (post.valid_until is null or post.valid_until >= :today)
                        order by post.place limit 1""")
                .param("agency", jurisdictions.agency(place).orElse(place))
                .param("role", role)
                .param("without", without.toArray(UUID[]::new))
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .optional();
    }

    /** As {@link #nearest(String, String, Set)} by the divisions alone, past every police station. */
    public Optional<String> upwards(String role, String place, Set<UUID> without) {
        return jdbc.sql("""
                        with recursive up as (
                            select code, parent, 0 step from division
                            where code = coalesce((select division from agency where key = :place), :place)
                            union all
                            select parent.code, parent.parent, step + 1
                            from division parent join up on up.parent = parent.code)
                        select up.code from up
                        where exists (
                            select from post join officer on officer.id = post.officer_id and officer.active
                            where post.role = :role and post.place = up.code and officer.id <> all(:without)
                              and post.valid_from <= :today
                              and (post.valid_until is null or post.valid_until >= :today))
                        order by step limit 1""")
                .param("place", place)
                .param("role", role)
                .param("without", without.toArray(UUID[]::new))
                .param("today", LocalDate.now(clock))
                .query(String.class)
                .optional();
    }

    /** Officers who hold {@code role} at exactly this place today, and who stand in for them. */
    public List<Officer> holders(String role, String place) {
        return jdbc.sql("""
                        select distinct officer.id, officer.username, officer.name
                        from post
                        left join delegation on delegation.officer_id = post.officer_id and delegation.ended_at is null
                          and :today between delegation.valid_from and delegation.valid_until
                        join officer on officer.id in (post.officer_id, delegation.deputy_id) and officer.active
                        where post.role = :role and post.place = :place and post.valid_from <= :today
                          and (post.valid_until is null or post.valid_until >= :today)
                        order by officer.username""")
                .param("role", role)
                .param("place", place)
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
                        where (post.place = post.division and :division between division.first_code and division.last_code
                               or post.place = :station) and post.valid_from <= :today
                          and (post.valid_until is null or post.valid_until >= :today)
                        group by officer.id order by min(agency.name), officer.name limit 500""")
                .param("division", division)
                .param("station", jurisdictions.agency(division).orElse(""))
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

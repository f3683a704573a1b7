package org.shouwang.workflow;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwang.access.Actor;
import org.shouwang.access.Officer;
import org.shouwang.access.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows of who stands in for whom. */
@Component
@Transactional
class DelegationStore {

    private static final String SELECT = """
            select id, officer_id officer, deputy_id deputy, ground, valid_from "from", valid_until until, declared_by
            from delegation
            """;

    private static final String HOLDS =
            " and post.valid_from <= :today and (post.valid_until is null or post.valid_until >= :today)";

    private final JdbcClient jdbc;
    private final Clock clock;

    DelegationStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(Delegation of) {
        jdbc.sql("""
                        insert into delegation (id, officer_id, deputy_id, ground, valid_from, valid_until,
                                                declared_by, declared_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        of.id(),
                        of.officer(),
                        of.deputy(),
                        of.ground(),
                        of.from(),
                        of.until(),
                        of.declaredBy(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Whether somebody stands in already on any of these days; held against a second declaration at the same time. */
    boolean overlaps(UUID officer, LocalDate from, LocalDate until) {
        jdbc.sql("select id from officer where id = ? for no key update")
                .param(officer)
                .query(UUID.class)
                .optional();
        return jdbc.sql("""
                        select exists (select from delegation where officer_id = ? and ended_at is null
                                       and valid_from <= ? and valid_until >= ?)""").params(officer, until, from).query(Boolean.class).single();
    }

    Optional<Delegation> lock(UUID id) {
        return jdbc.sql(SELECT + "where id = ? and ended_at is null and valid_until >= ? for update")
                .params(id, today())
                .query(Delegation.class)
                .optional();
    }

    void end(UUID id, UUID by) {
        jdbc.sql("update delegation set ended_by = ?, ended_at = ? where id = ?")
                .params(by, clock.instant().atOffset(ZoneOffset.UTC), id)
                .update();
    }

    /** Running and coming ones in which the officer is absent or stands in, or whose absent hold posts in a place. */
    List<Delegation> current(Actor of, List<Scope.Range> places) {
        return jdbc.sql(SELECT + """
                        where ended_at is null and valid_until >= :today and (
                            officer_id = :self or deputy_id = :self or exists (
                                select from post
                                join unnest(cast(:firsts as text[]), cast(:lasts as text[])) place (first_code, last_code)
                                  on post.division between place.first_code and place.last_code
                                where post.officer_id = delegation.officer_id))
                        order by valid_from, id limit 200""")
                .param("today", today())
                .param("self", of.officer().id())
                .param("firsts", places.stream().map(Scope.Range::first).toArray(String[]::new))
                .param("lasts", places.stream().map(Scope.Range::last).toArray(String[]::new))
                .query(Delegation.class)
                .list();
    }

    /** Who could stand in: those of the same unit, and those who hold the same role in a neighbouring place. */
    List<Officer> deputies(UUID officer) {
        return jdbc.sql("""
                        select distinct other.id, other.username, other.name
                        from post join division on division.code = post.division
                        join post theirs on theirs.officer_id <> post.officer_id
                        join division place on place.code = theirs.division
                        join officer other on other.id = theirs.officer_id and other.active
                        where post.officer_id = :officer
                          and (theirs.agency_id = post.agency_id
                               or theirs.role = post.role and place.parent = division.parent)
                        """ + HOLDS + HOLDS.replace("post.", "theirs.") + " order by other.name, other.id limit 200")
                .param("officer", officer)
                .param("today", today())
                .query(Officer.class)
                .list();
    }

    /** Officers who hold a post in a place. */
    List<Officer> within(List<Scope.Range> places) {
        return jdbc.sql("""
                        select distinct officer.id, officer.username, officer.name
                        from unnest(cast(:firsts as text[]), cast(:lasts as text[])) place (first_code, last_code)
                        join post on post.division between place.first_code and place.last_code
                        join officer on officer.id = post.officer_id and officer.active
                        where true""" + HOLDS + " order by officer.name, officer.id limit 500")
                .param("firsts", places.stream().map(Scope.Range::first).toArray(String[]::new))
                .param("lasts", places.stream().map(Scope.Range::last).toArray(String[]::new))
                .param("today", today())
                .query(Officer.class)
                .list();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }
}

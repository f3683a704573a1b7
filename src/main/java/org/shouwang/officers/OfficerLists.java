package org.shouwang.officers;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Officers by unit, within one's reach. */
@Component
@Transactional(readOnly = true)
public class OfficerLists {

    /** The cursor is an id, for a name has no place in an address. */
    private static final String LIST = """
            with standing as (
                select post.*, agency.name unit, agency.division unit_division,
                       role = any(:village) and exists (
                           select from unnest(cast(:first as text[]), cast(:last as text[])) area (first, last)
                           where post.division between area.first and area.last) as inside
                from post join agency on agency.id = post.agency_id
                where post.valid_until is null or post.valid_until >= :today),
            main as (select distinct on (officer_id) * from standing order by officer_id, rank, id),
            listed as (
                select officer.*, main.unit, main.role, coalesce(main.unit_division, '~') place
                from officer left join main on main.officer_id = officer.id
                where (:everywhere or officer.id in (
                          select officer_id from standing group by officer_id having bool_and(inside)))
                  and (cast(:agency as uuid) is null or exists (
                          select from standing where officer_id = officer.id and agency_id = :agency))
                  and (:q = '' or officer.username = :q or strpos(officer.name, :q) > 0
                       or strpos(coalesce(main.unit, ''), :q) > 0))
            select id, username, name, active, unit, role, %s
            from listed officer
            where cast(:after as uuid) is null or (place, coalesce(unit, ''), id) > (
                select place, coalesce(unit, ''), id from listed where id = :after)
            order by place, coalesce(unit, ''), id limit :limit""".formatted(OfficerStore.LOGIN);

    private final JdbcClient jdbc;
    private final Reach reach;
    private final Clock clock;

    OfficerLists(JdbcClient jdbc, Reach reach, Clock clock) {
        this.jdbc = jdbc;
        this.reach = reach;
        this.clock = clock;
    }

    /**
     * One page of officers.
     *
     * @param text part of a name or of a unit's name, or a whole login name; empty for all
     * @param agency only those with a post there
     * @param after the last one seen
     */
    public OfficerPage page(String text, @Nullable UUID agency, @Nullable UUID after, int limit, Actor by) {
        List<Scope.Range> territory = reach.territory();
        List<OfficerRow> found = jdbc.sql(LIST)
                .param("today", LocalDate.now(clock))
                .param("village", reach.village().toArray(String[]::new))
                .param("first", territory.stream().map(Scope.Range::first).toArray(String[]::new))
                .param("last", territory.stream().map(Scope.Range::last).toArray(String[]::new))
                .param("everywhere", reach.everywhere(Reach.READ, by))
                .param("agency", agency, Types.OTHER)
                .param("q", text.strip())
                .param("after", after, Types.OTHER)
                .param("limit", limit + 1)
                .query(OfficerRow.class)
                .list();
        List<OfficerRow> shown = found.subList(0, Math.min(limit, found.size()));
        return new OfficerPage(
                shown, found.size() > limit ? shown.get(limit - 1).id() : null);
    }
}

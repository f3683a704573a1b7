package org.shouwang.placement;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Post;
import org.shouwang.journal.Event;
import org.shouwang.journal.Journal;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.shouwang.web.FieldProblem;
import org.shouwang.web.Refusal;
import org.shouwang.workflow.inbox.SubjectTitles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 安置台账: where every child was on a day that has come, for those who place children. That it was read is journalled. */
@Service
@Transactional
public class PlacementLedger {

    static final String ACT = "placement.list";

    /**
     * Where each child was at a moment. The few places that held then are found first, along their own index: led by the
     * cases, a page would cost as much as there are cases.
     */
    static final String WHERE_EACH_CHILD_WAS = """
            with last as materialized (
                select placement.*, %4$s told from placement
                where %1$s and (placement.place = :place
                    or cast(:place as text) is null and %5$s)),
            page as materialized (
                select last.id, last.case_id, last.place, last.since, case when last.until <= :at then last.until end as left,
                       state.alarm, state.closed, case_file.number, case_file.division, case_file.responsible, %3$s readable
                from last join case_file on case_file.id = last.case_id
                cross join lateral (
                    select past.closed, case when not past.closed then last.told end alarm
                    from (select coalesce(case_file.closed_at <= :at, false) closed) past) state
                where %2$s
                  and (cast(:closed as boolean) is null or state.closed = :closed)
                  and (last.place <> 'home' or last.place = :place or state.alarm is not null)
                  and (state.alarm is null, last.since, last.id) > (:afterCalm, :afterSince, :afterId)
                order by state.alarm is null, last.since, last.id limit :limit)
            select page.id, case when page.readable then page.case_id end case_id, page.number, subject.title,
                   subject.title_sealed, subject.id title_of, page.place, page.since, page.left, page.alarm, page.closed,
                   division.name division, officer.name responsible,
                   (select agency.name from post join agency on agency.id = post.agency_id
                    where post.officer_id = officer.id order by post.rank, post.id limit 1) unit
            from page
            join work_subject subject on subject.id = page.case_id
            join division on division.code = page.division
            left join officer on officer.id = page.responsible
            order by page.alarm is null, page.since, page.id""".formatted(
                    PlacementAlarms.LAST,
                    CaseReach.sql("list"),
                    CaseReach.sql("read"),
                    PlacementAlarms.ALARM,
                    PlacementAlarms.AWAY);

    private final JdbcClient jdbc;
    private final SubjectTitles titles;
    private final PlacementAlarms alarms;
    private final Access access;
    private final RowIdentity identity;
    private final Journal journal;
    private final Clock clock;

    PlacementLedger(
            JdbcClient jdbc,
            SubjectTitles titles,
            PlacementAlarms alarms,
            Access access,
            RowIdentity identity,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.titles = titles;
        this.alarms = alarms;
        this.access = access;
        this.identity = identity;
        this.journal = journal;
        this.clock = clock;
    }

    /** One page, of the children within the actor's reach only. */
    public LedgerPage page(LedgerQuestion asked, Actor by, @Nullable String after, int limit) {
        Instant at = moment(asked.on());
        LedgerCursor from = LedgerCursor.parse(after);
        // The ledger reaches further than the cases an officer reads: where its rows end, the act's scope says.
        List<LedgerRow> rows = identity.as(RowService.BOARD, () -> rows(asked, at, from, limit + 1));
        List<LedgerRow> items = rows.subList(0, Math.min(limit, rows.size()));
        read(asked, items.size(), by);
        return new LedgerPage(
                at,
                items,
                rows.size() <= limit
                        ? null
                        : LedgerCursor.after(items.get(limit - 1)).toString());
    }

    /** The end of a day that is over, and now on the day it is. */
    private Instant moment(LocalDate on) {
        Instant now = clock.instant();
        if (on.isAfter(LocalDate.now(clock))) {
            throw Refusal.invalid(List.of(FieldProblem.at("on", "placement-date-ahead")));
        }
        Instant end = on.plusDays(1).atStartOfDay(clock.getZone()).toInstant().minusMillis(1);
        return end.isBefore(now) ? end : now;
    }

    private List<LedgerRow> rows(LedgerQuestion asked, Instant at, LedgerCursor from, int limit) {
        Map<String, Object> parameters = new HashMap<>(CaseReach.parameters("list", access.scope(ACT)));
        parameters.putAll(CaseReach.parameters("read", access.scope("case.read")));
        parameters.put("at", Placements.at(at));
        parameters.put("unverifiedBefore", alarms.unverifiedBefore(at));
        parameters.put("afterCalm", from.calm());
        parameters.put("afterSince", Placements.at(from.since()));
        parameters.put("afterId", from.id());
        parameters.put("limit", limit);
        return jdbc.sql(WHERE_EACH_CHILD_WAS)
                .params(parameters)
                .param("place", asked.place(), Types.VARCHAR)
                .param(
                        "closed",
                        asked.state().equals("all") ? null : asked.state().equals("closed"),
                        Types.BOOLEAN)
                .query(titles.rows(LedgerRow.class))
                .list();
    }

    private void read(LedgerQuestion asked, int rows, Actor by) {
        UUID agency = by.mainPost().map(Post::agency).orElse(null);
        Map<String, String> details = new HashMap<>(
                Map.of("on", asked.on().toString(), "state", asked.state(), "rows", String.valueOf(rows)));
        if (asked.place() != null) {
            details.put("place", asked.place());
        }
        journal.append(new Event("placement.list", null, by.officer().id(), agency, null, null, details));
    }
}

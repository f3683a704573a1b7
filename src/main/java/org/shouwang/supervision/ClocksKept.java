package org.shouwang.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether deadlines were kept, article by article; what the law leaves without a number is only measured. */
@Component
@Transactional
class ClocksKept {

    private static final Duration WINDOW = Duration.ofDays(90);

    /** A clock that ended because its task or case went away was neither kept nor broken, unless it was late by then. */
    private static final String SQL = """
            with ended as (
                select clock.id, key, zh, en, kind, basis, external, due_at is null measured,
                       due_at is null or stopped_at <= due_at kept, stopped_at - started_at took
                from %1$s join clock on clock.division between reach.first_code and reach.last_code
                where stopped_at >= :from and (due_at is null or stopped_at <= due_at)
                  and stop_reason not in ('cancelled', 'closed') and %2$s
                union all
                select clock.id, key, zh, en, kind, basis, external, false, false, null
                from %1$s join clock on clock.division between reach.first_code and reach.last_code
                where due_at >= :from and due_at < :now and paused_at is null and %2$s
                  and (stopped_at is null or stopped_at > due_at))
            select key, zh, en, kind, basis, external, measured,
                   count(*) filter (where kept) kept, count(*) filter (where not kept) late,
                   cast(extract(epoch from percentile_cont(0.5) within group (order by took)
                       filter (where measured)) / 60 as bigint) median_minutes
            from ended group by key, zh, en, kind, basis, external, measured
            order by array_position(array['statutory', 'local', 'default'], kind), key, basis""".formatted(Territory.REACH, Territory.shown("clock", "clock.subject_id"));

    private final JdbcClient jdbc;
    private final Clock clock;

    ClocksKept(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Clocks that ended or ran out in the last ninety days. */
    List<Board.Kept> of(Territory territory) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return jdbc.sql(SQL)
                .param("firsts", territory.firsts())
                .param("lasts", territory.lasts())
                .param("officer", territory.officer())
                .param("now", now)
                .param("from", now.minus(WINDOW))
                .query(Board.Kept.class)
                .list();
    }
}

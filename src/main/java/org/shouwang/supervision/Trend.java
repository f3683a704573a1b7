package org.shouwang.supervision;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** New reports and closings, week by week. */
@Component
@Transactional
class Trend {

    private static final int WEEKS = 12;

    private final JdbcClient jdbc;
    private final Clock clock;

    Trend(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Count(LocalDate week, boolean closing, long cases) {}

    /** The last twelve weeks, the one that runs at the end. */
    List<Board.Week> of(Territory territory) {
        LocalDate last = LocalDate.now(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = last.minusWeeks(WEEKS - 1);
        List<Count> counts = counts(territory, first);
        return IntStream.range(0, WEEKS)
                .mapToObj(first::plusWeeks)
                .map(week -> new Board.Week(week, sum(counts, week, false), sum(counts, week, true)))
                .toList();
    }

    private static long sum(List<Count> counts, LocalDate week, boolean closing) {
        return counts.stream()
                .filter(count -> count.week().equals(week) && count.closing() == closing)
                .mapToLong(Count::cases)
                .sum();
    }

    private List<Count> counts(Territory territory, LocalDate first) {
        return jdbc.sql("""
                        select cast(date_trunc('week', received_at at time zone :zone) as date) week, false closing,
                               count(*) cases
                        from %1$s join report on report.division between reach.first_code and reach.last_code
                        where received_at >= :from and %2$s group by 1
                        union all
                        select cast(date_trunc('week', closed_at at time zone :zone) as date), true, count(*)
                        from %1$s join case_file on case_file.division between reach.first_code and reach.last_code
                        where closed_at >= :from and %3$s group by 1""".formatted(
                                Territory.REACH,
                                Territory.shown("report", "report.id"),
                                Territory.shown("case_file", "case_file.id")))
                .param("firsts", territory.firsts())
                .param("lasts", territory.lasts())
                .param("officer", territory.officer())
                .param("zone", clock.getZone().getId())
                .param("from", first.atStartOfDay(clock.getZone()).toOffsetDateTime())
                .query(Count.class)
                .list();
    }
}

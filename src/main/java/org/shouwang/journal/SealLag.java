package org.shouwang.journal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells when entries wait too long for their seal: until then a change to them would not show. */
@Component("journalHealthIndicator")
class SealLag implements HealthIndicator {

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final RowIdentity identity;
    private final Sealer sealer;
    private final Duration limit;

    SealLag(
            JdbcTemplate database,
            TransactionTemplate transaction,
            RowIdentity identity,
            Sealer sealer,
            @Value("${shouwang.journal.seal-alarm:PT60S}") Duration limit) {
        this.transaction = transaction;
        this.identity = identity;
        this.database = database;
        this.sealer = sealer;
        this.limit = limit;
    }

    @Override
    public Health health() {
        Health.Builder answer = complaint()
                .map(text -> Health.down().withDetail("reason", text))
                .orElseGet(Health::up);
        return answer.withDetail("sealed", sealer.last().seq()).build();
    }

    /** What is wrong with the sealing, in one sentence. */
    Optional<String> complaint() {
        Seal last = sealer.last();
        if (isFromAnotherCluster(last)) {
            return Optional.of("transaction numbers run below the last seal: the database was restored from a logical"
                    + " dump, and new entries cannot be sealed behind the old chain");
        }
        return oldestWaiting(last)
                .filter(age -> age.compareTo(limit) > 0)
                .map(age -> "an entry has waited " + age.toSeconds()
                        + " s for its seal; a long transaction may hold the horizon (pg_stat_activity)");
    }

    private boolean isFromAnotherCluster(Seal last) {
        return Boolean.TRUE.equals(database.queryForObject(
                "select pg_snapshot_xmax(pg_current_snapshot()) <= cast(? as xid8)",
                Boolean.class,
                Long.toString(last.xid())));
    }

    private Optional<Duration> oldestWaiting(Seal last) {
        List<Duration> ages = transaction.execute(status -> identity.as(RowService.JOURNAL, () -> waiting(last)));
        return ages == null ? Optional.empty() : ages.stream().findFirst();
    }

    private List<Duration> waiting(Seal last) {
        return database.query(
                """
                select extract(epoch from clock_timestamp() - recorded_at) as age from journal_entry
                where (xid, id) > (cast(? as xid8), ?) order by xid, id limit 1""",
                (row, number) -> Duration.ofSeconds(row.getLong("age")),
                Long.toString(last.xid()),
                last.entryId());
    }
}

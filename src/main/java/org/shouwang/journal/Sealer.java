package org.shouwang.journal;

import java.util.ArrayList;
import java.util.List;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what no running transaction can still write in front of.
 *
 * <p>Order is (xid, id). Rows below {@code pg_snapshot_xmin} are final: every transaction that will still commit has a
 * higher xid, so the last seal's (xid, id) is a watermark and nothing is looked for below it.
 */
@Component
class Sealer {

    static final int BATCH = 2_000;
    private static final long LOCK = 0x5348_4F55_5741_4E47L;

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final RowIdentity identity;

    Sealer(JdbcTemplate database, TransactionTemplate transaction, RowIdentity identity) {
        this.database = database;
        this.transaction = transaction;
        this.identity = identity;
    }

    /** Seals all that is final, in batches; does nothing while another node seals. Returns how many it sealed. */
    int seal() {
        int all = 0;
        int batch;
        do {
            Integer done = transaction.execute(status -> identity.as(RowService.JOURNAL, this::sealBatch));
            batch = done == null ? 0 : done;
            all += batch;
        } while (batch == BATCH);
        return all;
    }

    private int sealBatch() {
        // Held until commit: the next sealer's next statement sees this batch.
        Boolean alone = database.queryForObject("select pg_try_advisory_xact_lock(?)", Boolean.class, LOCK);
        if (!Boolean.TRUE.equals(alone)) {
            return 0;
        }
        Seal last = last();
        List<Row> rows = database.query(
                "select " + Row.COLUMNS + """
                 from journal_entry e
                where (e.xid, e.id) > (cast(? as xid8), ?) and e.xid < pg_snapshot_xmin(pg_current_snapshot())
                order by e.xid, e.id limit ?""",
                (row, number) -> Row.of(row),
                Long.toString(last.xid()),
                last.entryId(),
                BATCH);
        insert(last, rows);
        return rows.size();
    }

    Seal last() {
        return database
                .query(
                        "select " + Seal.COLUMNS + " from journal_seal s order by seq desc limit 1",
                        (row, number) -> Seal.of(row))
                .stream()
                .findFirst()
                .orElse(Seal.START);
    }

    private void insert(Seal last, List<Row> rows) {
        List<Seal> seals = new ArrayList<>(rows.size());
        Seal before = last;
        for (Row row : rows) {
            before = before.next(row);
            seals.add(before);
        }
        database.batchUpdate("""
                insert into journal_seal (seq, entry_id, xid, at, entry_hash, chain_hash)
                select ?, e.id, e.xid, e.at, ?, ? from journal_entry e where e.id = ?""", seals, BATCH, (insert, seal) -> {
            insert.setLong(1, seal.seq());
            insert.setBytes(2, seal.entryHash());
            insert.setBytes(3, seal.chainHash());
            insert.setLong(4, seal.entryId());
        });
    }
}

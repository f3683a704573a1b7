package org.shouwang.journal;

import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.shouwang.journal.Verification.Finding;
import org.shouwang.journal.Verification.Kind;
import org.shouwang.rowsecurity.RowIdentity;
import org.shouwang.rowsecurity.RowService;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Walks the chain from its first seal and names the first entry that is not as it was sealed. */
@Service
public class JournalVerifier {

    private final JdbcTemplate database;
    private final RowIdentity identity;

    JournalVerifier(DataSource source, RowIdentity identity) {
        this.identity = identity;
        this.database = new JdbcTemplate(source);
        this.database.setFetchSize(2_000);
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verification verify() {
        return verify("");
    }

    /**
     * Walks the chain and also looks for a head that was kept elsewhere.
     *
     * @param knownHead {@code <seq>:<hash>} as printed by an earlier run or the log; empty for none
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verification verify(String knownHead) {
        return identity.as(RowService.JOURNAL, () -> follow(knownHead));
    }

    private Verification follow(String knownHead) {
        try (Stream<Link> links = database.queryForStream(Link.SQL, (row, number) -> Link.of(row))) {
            ChainWalk walk = ChainWalk.along(links, knownHead, this::sealed);
            return walk.verification(added(walk.end()));
        }
    }

    private boolean sealed(byte[] hash) {
        return Boolean.TRUE.equals(database.queryForObject(
                "select exists (select from journal_seal where entry_hash = ?)", Boolean.class, (Object) hash));
    }

    /** The first entry at or before the walk's end that has no seal: the sealer never passes one by. */
    private Optional<Finding> added(Seal end) {
        return database
                .query(
                        """
                        select e.id from journal_entry e
                        where (e.xid, e.id) <= (cast(? as xid8), ?)
                          and not exists (select from journal_seal s where s.entry_id = e.id)
                        order by e.xid, e.id limit 1""",
                        (row, number) -> new Finding(Kind.ADDED, row.getLong("id")),
                        Long.toString(end.xid()),
                        end.entryId())
                .stream()
                .findFirst();
    }
}

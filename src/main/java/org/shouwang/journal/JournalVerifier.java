package org.shouwang.journal;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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

    private record Link(Seal seal, @Nullable Row row) {}

    private record Walk(Seal end, boolean knowsHead, Optional<Finding> finding) {}

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
        Walk walk = walk(knownHead);
        Optional<Finding> first = added(walk.end()).or(walk::finding);
        if (first.isEmpty() && !walk.knowsHead()) {
            first = Optional.of(new Finding(Kind.HEAD_MISSING, walk.end().entryId()));
        }
        return new Verification(walk.end().seq(), Verification.head(walk.end()), first);
    }

    private Walk walk(String knownHead) {
        boolean known = knownHead.isEmpty();
        Seal before = Seal.START;
        try (Stream<Link> links = links()) {
            for (Iterator<Link> each = links.iterator(); each.hasNext(); ) {
                Link link = each.next();
                Optional<Finding> finding = look(before, link);
                if (finding.isPresent()) {
                    return new Walk(before, true, finding);
                }
                before = link.seal();
                known = known || Verification.head(before).equals(knownHead);
            }
        }
        return new Walk(before, known, Optional.empty());
    }

    private Stream<Link> links() {
        String sql = "select " + Seal.COLUMNS + ", " + Row.COLUMNS
                + " from journal_seal s left join journal_entry e on e.id = s.entry_id order by s.seq";
        return database.queryForStream(sql, (row, number) -> {
            boolean gone = row.getString("xid") == null;
            return new Link(Seal.of(row), gone ? null : Row.of(row));
        });
    }

    private Optional<Finding> look(Seal before, Link link) {
        Seal seal = link.seal();
        Row row = link.row();
        if (!seal.follows(before)) {
            return Optional.of(new Finding(Kind.CHAIN_BROKEN, seal.entryId()));
        }
        if (row == null) {
            return Optional.of(new Finding(Kind.REMOVED, seal.entryId()));
        }
        byte[] hash = row.hash();
        return Arrays.equals(hash, seal.entryHash())
                ? Optional.empty()
                : Optional.of(new Finding(changed(seal, row, hash), seal.entryId()));
    }

    private Kind changed(Seal seal, Row row, byte[] hash) {
        Boolean elsewhere = database.queryForObject(
                "select exists (select from journal_seal where entry_hash = ?)", Boolean.class, (Object) hash);
        if (Boolean.TRUE.equals(elsewhere)) {
            return Kind.SWAPPED;
        }
        return row.at() < seal.at() ? Kind.BACKDATED : Kind.ALTERED;
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

package org.shouwang.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;

/** One link of the chain: which entry stands at this place, what it said, and all that came before it. */
record Seal(long seq, long entryId, long xid, long at, byte[] entryHash, byte[] chainHash) {

    static final String COLUMNS = """
            s.seq, s.entry_id, s.xid::text as seal_xid, (extract(epoch from s.at) * 1000000)::bigint as seal_at,
            s.entry_hash, s.chain_hash""";

    /** Before the first entry. */
    static final Seal START = new Seal(0, 0, 0, 0, new byte[32], new byte[32]);

    static Seal of(ResultSet row) throws SQLException {
        return new Seal(
                row.getLong("seq"),
                row.getLong("entry_id"),
                Long.parseLong(row.getString("seal_xid")),
                row.getLong("seal_at"),
                row.getBytes("entry_hash"),
                row.getBytes("chain_hash"));
    }

    /** The seal of the entry that follows this one. */
    Seal next(Row row) {
        byte[] entryHash = row.hash();
        byte[] chain = chain(seq + 1, row.id(), row.xid(), row.at(), entryHash, chainHash);
        return new Seal(seq + 1, row.id(), row.xid(), row.at(), entryHash, chain);
    }

    /** Whether this seal stands directly behind {@code before}, unaltered. */
    boolean follows(Seal before) {
        return seq == before.seq + 1
                && MessageDigest.isEqual(chainHash, chain(seq, entryId, xid, at, entryHash, before.chainHash));
    }

    private static byte[] chain(long seq, long id, long xid, long at, byte[] entryHash, byte[] before) {
        MessageDigest digest = Row.sha256();
        digest.update(before);
        digest.update(ByteBuffer.allocate(32)
                .putLong(seq)
                .putLong(id)
                .putLong(xid)
                .putLong(at)
                .flip());
        return digest.digest(entryHash);
    }
}

package org.shouwang.attachment;

import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Removes from the store what no row names any more, after the erasure has been committed; every node does. */
@Component
class RemovedFiles {

    private final JdbcClient jdbc;
    private final Store store;

    RemovedFiles(JdbcClient jdbc, Store store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    @Scheduled(fixedDelayString = "${shouwang.attachment.remove-every:PT20S}")
    @Transactional
    void remove() {
        // The lock is held until the file is gone: whoever brings the same content meanwhile waits, and writes it anew.
        jdbc.sql("delete from attachment_removal where digest in (select digest from attachment_removal"
                        + " limit 100 for update skip locked) returning digest")
                .query((row, at) -> row.getBytes("digest"))
                .list()
                .forEach(digest -> store.remove(HexFormat.of().formatHex(digest)));
    }

    /** A file that has a row again stays, for as long as this transaction has not ended. */
    void callOff(byte[] digest) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(HexFormat.of().formatHex(digest))
                .query(row -> {});
        jdbc.sql("delete from attachment_removal where digest = ?")
                .param(digest)
                .update();
    }
}

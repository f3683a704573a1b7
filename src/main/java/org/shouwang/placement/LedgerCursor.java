package org.shouwang.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.web.Refusal;

/** Where a page of the ledger ended: among the alarms or after them, and at which row. */
record LedgerCursor(boolean calm, Instant since, UUID id) {

    /** Before the first page. */
    static final LedgerCursor START = new LedgerCursor(false, Instant.EPOCH, new UUID(0, 0));

    static LedgerCursor parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return START;
        }
        try {
            String[] parts = text.split("~", 3);
            return new LedgerCursor(parts[0].equals("1"), Instant.parse(parts[1]), UUID.fromString(parts[2]));
        } catch (RuntimeException e) {
            throw Refusal.malformed("bad-cursor");
        }
    }

    static LedgerCursor after(LedgerRow last) {
        return new LedgerCursor(last.alarm() == null, last.since(), last.id());
    }

    @Override
    public String toString() {
        return (calm ? "1" : "0") + "~" + since + "~" + id;
    }
}

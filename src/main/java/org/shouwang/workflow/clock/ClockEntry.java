package org.shouwang.workflow.clock;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.journal.Event;

/** How a clock appears in the journal: its key and version say which article set the time. */
final class ClockEntry {

    private ClockEntry() {}

    static Event of(String act, ClockView clock, @Nullable UUID officer, Map<String, String> more) {
        Map<String, String> details = new HashMap<>(more);
        details.put("clock", clock.source().key());
        details.put("version", clock.source().version().toString());
        return new Event(act, clock.subject(), officer, null, null, clock.id().toString(), details);
    }
}

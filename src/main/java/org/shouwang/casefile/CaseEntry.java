package org.shouwang.casefile;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Post;
import org.shouwang.journal.Event;

/** How a case appears in the journal: who did it, for which unit, in which stage. */
final class CaseEntry {

    private CaseEntry() {}

    static Event of(String act, UUID id, @Nullable Actor by, @Nullable String stage, Map<String, String> details) {
        UUID agency = by == null ? null : by.mainPost().map(Post::agency).orElse(null);
        return new Event(act, id, officer(by), agency, stage, null, details);
    }

    static @Nullable UUID officer(@Nullable Actor by) {
        return by == null ? null : by.officer().id();
    }
}

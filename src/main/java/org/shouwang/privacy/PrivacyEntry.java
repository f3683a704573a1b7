package org.shouwang.privacy;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.access.Post;
import org.shouwang.journal.Event;

/** How these acts appear in the journal: who, for which unit, about which entry; ids and codes only. */
final class PrivacyEntry {

    private PrivacyEntry() {}

    static Event of(String act, UUID subject, @Nullable Actor by, UUID about, Map<String, String> details) {
        UUID officer = by == null ? null : by.officer().id();
        UUID agency = by == null ? null : by.mainPost().map(Post::agency).orElse(null);
        return new Event(act, subject, officer, agency, null, about.toString(), details);
    }
}

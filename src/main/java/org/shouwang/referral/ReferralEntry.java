package org.shouwang.referral;

import java.util.Map;
import java.util.UUID;
import org.shouwang.access.Actor;
import org.shouwang.access.Post;
import org.shouwang.journal.Event;

/** How these acts appear in the journal: who, for which unit, about which referral; ids and codes only. */
final class ReferralEntry {

    private ReferralEntry() {}

    static Event of(String act, UUID caseId, Actor by, UUID about, Map<String, String> details) {
        UUID agency = by.mainPost().map(Post::agency).orElse(null);
        return new Event(act, caseId, by.officer().id(), agency, null, about.toString(), details);
    }
}

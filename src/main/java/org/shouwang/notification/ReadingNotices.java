package org.shouwang.notification;

import java.util.Map;
import org.shouwang.access.MassReading;
import org.shouwang.access.Posts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells those who look after the house that somebody reads more than work explains. */
@Component
class ReadingNotices {

    /** Where each of them goes on: who it was stands with the journal, for the auditor. */
    private static final Map<String, String> TOLD = Map.of("auditor", "/journal", "county-supervisor", "/notices");

    private final Posts posts;
    private final Notices notices;

    ReadingNotices(Posts posts, Notices notices) {
        this.posts = posts;
        this.notices = notices;
    }

    @EventListener
    void on(MassReading reading) {
        TOLD.forEach((role, link) -> posts.nearest(role, reading.division()).stream()
                .flatMap(place -> posts.holders(role, place).stream())
                .filter(officer -> !officer.id().equals(reading.officer()))
                .forEach(officer -> notices.tell(officer.id(), "mass-reading", null, link)));
    }
}

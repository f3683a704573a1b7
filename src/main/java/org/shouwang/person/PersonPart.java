package org.shouwang.person;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouwang.access.Actor;

/** What another module knows about a person, for the person's page. Shows only what the reader may read there. */
public interface PersonPart {

    /** Heading: the message {@code person.part.<key>}. */
    String key();

    /** The latest first; names of things, nothing anybody wrote. */
    List<Line> lines(UUID person, Actor by, Locale locale);

    /**
     * One thing on the person's axis of time.
     *
     * @param at when, in words
     * @param text what
     * @param note of which case
     * @param link where it can be read
     */
    record Line(String at, String text, String note, String link) {}
}

package org.shouwang.person;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Actor;
import org.shouwang.web.Crumb;

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
     * @param note of which case; empty where there is nothing more to say
     * @param link where it can be read, null where there is no such place for this reader
     */
    record Line(
            String at, String text, String note, @Nullable String link) {}

    /** A page of its own that the reader may open, whether or not there are lines. */
    default Optional<Crumb> link(UUID person, Actor by, Locale locale) {
        return Optional.empty();
    }
}

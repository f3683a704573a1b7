package org.shouwang.workflow;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Work beside the engine's that may not go on by itself: shown with the rest of it, and tried again from there. */
public interface OutsideWork {

    /**
     * A step that fails.
     *
     * @param kind what sort of work it is, in words
     * @param reason a code, never words that may name people
     * @param dead whether it has been given up; else it is tried again at {@code next}
     */
    record Step(String id, String kind, String step, Instant since, String reason, boolean dead, Instant next) {}

    /** What fails, given up first, in words for {@code locale}. */
    List<Step> stuck(Locale locale);

    /** @return whether there was something of this id that had been given up and is tried again now */
    boolean retry(String id);
}

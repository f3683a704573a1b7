package org.shouwang.finding;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Subject;

/**
 * That somebody is to look after a child; without where that comes from, which is {@link HintOrigin}.
 *
 * @param name the child's, as the list has it
 * @param state {@code open} or {@code done}
 * @param outcome {@code LOOK_OUTCOME}, {@code HANDED_TO} or {@code COUNTY_LOOK}; null before anybody looked
 * @param misses how often nobody was met
 * @param division where it is looked into: the village, or the county
 */
public record Hint(
        UUID id,
        String number,
        String name,
        String state,
        @Nullable String outcome,
        int misses,
        Instant receivedAt,
        @Nullable Instant endedAt,
        String division,
        String sealedClass) {

    static final String KIND = "hint";

    /** As the judge of access sees it. */
    public Subject subject() {
        return Subject.of(id, KIND, division, sealedClass);
    }

    @Override
    public String toString() {
        return "Hint[" + id + "]";
    }
}

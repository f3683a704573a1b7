package org.shouwang.person;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which way somebody is answerable for a child, and since when.
 *
 * @param capacity {@code legal}, {@code entrusted} or {@code actual}
 * @param whereabouts {@code home}, {@code away}, {@code detained}, {@code missing}, {@code dead} or {@code unknown}
 * @param until the last day, null while it lasts
 */
public record Guardianship(
        String capacity,
        String whereabouts,
        LocalDate from,
        @Nullable LocalDate until) {

    private static final Set<String> CAPACITIES = Set.of("legal", "entrusted", "actual");
    private static final Set<String> WHEREABOUTS = Set.of("home", "away", "detained", "missing", "dead", "unknown");

    public Guardianship {
        if (!CAPACITIES.contains(capacity) || !WHEREABOUTS.contains(whereabouts)) {
            throw new IllegalArgumentException("Unknown capacity or whereabouts");
        }
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("Ends before it begins");
        }
    }
}

package org.shouwang.journal;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the past.
 *
 * @param before the id at which the last page ended, {@link #NOW} for the first
 * @param stage only what happened in this stage; null for all
 * @param without acts to leave out
 */
public record Past(
        List<UUID> subjects, long before, @Nullable String stage, Set<String> without) {

    /** Behind the last entry there is. */
    public static final long NOW = Long.MAX_VALUE;

    public Past {
        subjects = List.copyOf(subjects);
        without = Set.copyOf(without);
    }

    public static Past of(Collection<UUID> subjects) {
        return new Past(List.copyOf(subjects), NOW, null, Set.of());
    }
}

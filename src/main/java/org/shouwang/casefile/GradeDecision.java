package org.shouwang.casefile;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A grade somebody decided on.
 *
 * @param reasons in sentences, kept as they read
 * @param decision the decision table's proposal it rests on
 * @param overridden whether it differs from that proposal
 */
public record GradeDecision(
        String grade, List<String> reasons, @Nullable UUID decision, boolean overridden) {}

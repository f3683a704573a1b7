package org.shouwang.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One point of a case's trend. */
public record GradeEntry(
        String grade,
        List<String> reasons,
        boolean overridden,
        @Nullable UUID officer,
        Instant at) {

    GradeEntry withoutReasons() {
        return new GradeEntry(grade, List.of(), overridden, officer, at);
    }
}

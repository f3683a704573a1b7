package org.shouwang.finding;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a hint comes from: for the county alone.
 *
 * @param kind key of a {@link SourceKind}
 * @param list the list it stood on
 * @param row its number there
 * @param village where the list says the child lives
 * @param until the last day it is shown
 * @param person whose file it is by now, null before somebody said so
 */
public record HintOrigin(
        String kind,
        UUID list,
        int row,
        @Nullable String idNumber,
        @Nullable LocalDate birthDate,
        String situation,
        String village,
        LocalDate until,
        @Nullable UUID person) {

    @Override
    public String toString() {
        return "HintOrigin[" + list + "]";
    }
}

package org.shouwang.person;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * New facts about a person; null leaves a fact as it is. The old values stay in the file's history.
 *
 * @param source where all of these come from
 */
public record PersonChange(
        @Nullable String name,
        @Nullable String sex,
        @Nullable LocalDate birthDate,
        @Nullable Boolean birthEstimated,
        @Nullable String idNumber,
        @Nullable IdReason idReason,
        @Nullable String phone,
        @Nullable String division,
        @Nullable UUID household,
        FactSource source) {

    @Override
    public String toString() {
        return "PersonChange[" + source + "]";
    }
}

package org.shouwang.person;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a file is opened. Sex and birth date may be left out where the ID number says them.
 *
 * @param sex GB/T 2261.1 code; null means unknown, or as the ID number says
 * @param idReason why there is no ID number; null with a number, and taken as "not known" without
 * @param division 12-digit code of where the person lives
 * @param household an existing one of the same place
 */
public record NewPerson(
        String name,
        @Nullable String sex,
        @Nullable LocalDate birthDate,
        boolean birthEstimated,
        @Nullable String idNumber,
        @Nullable IdReason idReason,
        @Nullable String phone,
        String division,
        @Nullable UUID household,
        FactSource source) {

    /** Somebody of whom only the name and the place are known. */
    public static NewPerson named(String name, String division, FactSource source) {
        return new NewPerson(name, null, null, false, null, null, null, division, null, source);
    }

    @Override
    public String toString() {
        return "NewPerson[in " + division + "]";
    }
}

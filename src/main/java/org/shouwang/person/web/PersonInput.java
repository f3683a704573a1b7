package org.shouwang.person.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.person.FactSource;
import org.shouwang.person.IdReason;
import org.shouwang.person.NewPerson;

/** A person as a program sends one. */
record PersonInput(
        @Nullable String name,
        @Nullable String sex,
        @Nullable LocalDate birthDate,
        @Nullable Boolean birthEstimated,
        @Nullable String idNumber,
        @Nullable IdReason idReason,
        @Nullable String phone,
        @Nullable String division,
        @Nullable UUID household,
        @Nullable FactSource source) {

    NewPerson person() {
        return new NewPerson(
                Objects.requireNonNullElse(name, ""),
                sex,
                birthDate,
                Boolean.TRUE.equals(birthEstimated),
                idNumber,
                idReason,
                phone,
                Objects.requireNonNullElse(division, ""),
                household,
                Objects.requireNonNullElse(source, FactSource.ORAL));
    }

    /** All that was sent, for telling a repeated request from another one under the same key. */
    String content() {
        return Arrays.asList(
                        name, sex, birthDate, birthEstimated, idNumber, idReason, phone, division, household, source)
                .toString();
    }

    @Override
    public String toString() {
        return "PersonInput[]";
    }
}

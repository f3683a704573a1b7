package org.shouwang.person;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Subject;

/**
 * A person as lists and case pages show one.
 *
 * @param sex GB/T 2261.1: {@code 0} unknown, {@code 1} male, {@code 2} female, {@code 9} not stated
 * @param birthEstimated whether the birth date is a guess
 * @param age in full years today, null where no birth date is known
 * @param unidentified nobody knows yet who this is; the name then only says so
 * @param division 12-digit code
 * @param sealedClass {@code open} or {@code restricted}
 */
public record PersonView(
        UUID id,
        String name,
        String sex,
        @Nullable LocalDate birthDate,
        boolean birthEstimated,
        @Nullable Integer age,
        boolean unidentified,
        String division,
        @Nullable UUID household,
        String sealedClass,
        int version) {

    /** Under 18; nobody of unknown age counts as grown up. */
    public boolean child() {
        return age == null || age < 18;
    }

    /** 李某某, for where the whole name is not needed. */
    public String shortName() {
        return unidentified ? name : Names.shorten(name);
    }

    /** As the judge of access sees this file. */
    public Subject subject() {
        return Subject.of(id, "person", division, sealedClass);
    }

    @Override
    public String toString() {
        return "PersonView[" + id + "]";
    }
}

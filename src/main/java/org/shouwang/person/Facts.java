package org.shouwang.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that a file says about one person at one time, checked. */
record Facts(
        String name,
        String sex,
        @Nullable LocalDate birthDate,
        boolean birthEstimated,
        boolean unidentified,
        @Nullable IdNumber idNumber,
        @Nullable IdReason idReason,
        @Nullable String phone,
        String division,
        @Nullable UUID household) {

    static Facts of(NewPerson person) {
        @Nullable IdNumber number = number(person.idNumber());
        IdReason reason = Optional.ofNullable(person.idReason()).orElse(IdReason.UNKNOWN);
        return new Facts(
                        Names.clean(person.name()),
                        Optional.ofNullable(person.sex()).orElse("0"),
                        person.birthDate(),
                        person.birthEstimated(),
                        reason == IdReason.UNIDENTIFIED,
                        number,
                        number == null ? reason : null,
                        blankless(person.phone()),
                        person.division(),
                        person.household())
                .completed();
    }

    /** A name given to somebody unidentified identifies. */
    Facts with(PersonChange change) {
        @Nullable
        IdNumber number = Optional.ofNullable(number(change.idNumber())).orElse(idNumber);
        boolean still = unidentified && change.name() == null && number == null;
        IdReason reason = Optional.ofNullable(change.idReason()).orElse(idReason);
        return new Facts(
                        Optional.ofNullable(change.name()).map(Names::clean).orElse(name),
                        Optional.ofNullable(change.sex()).orElse(sex),
                        Optional.ofNullable(change.birthDate()).orElse(birthDate),
                        Optional.ofNullable(change.birthEstimated()).orElse(birthEstimated),
                        still,
                        number,
                        number != null ? null : still || reason != IdReason.UNIDENTIFIED ? reason : IdReason.UNKNOWN,
                        Optional.ofNullable(blankless(change.phone())).orElse(phone),
                        Optional.ofNullable(change.division()).orElse(division),
                        Optional.ofNullable(change.household()).orElse(household))
                .completed();
    }

    /** Codes of contradictions; worth telling, no reason to stop: cards are wrong, too. */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (idNumber != null && birthDate != null && !birthEstimated && !birthDate.equals(idNumber.birthDate())) {
            warnings.add("id-number-birth-differs");
        }
        if (idNumber != null && (sex.equals("1") || sex.equals("2")) && !sex.equals(idNumber.sex())) {
            warnings.add("id-number-sex-differs");
        }
        return warnings;
    }

    /** What only the ID number says is taken from it. */
    private Facts completed() {
        if (idNumber == null) {
            return this;
        }
        boolean unknownBirth = birthDate == null || birthEstimated;
        return new Facts(
                name,
                sex.equals("0") ? idNumber.sex() : sex,
                unknownBirth ? idNumber.birthDate() : birthDate,
                !unknownBirth && birthEstimated,
                unidentified,
                idNumber,
                idReason,
                phone,
                division,
                household);
    }

    private static @Nullable IdNumber number(@Nullable String text) {
        return text == null || text.isBlank() ? null : new IdNumber(text);
    }

    private static @Nullable String blankless(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    @Override
    public String toString() {
        return "Facts[in " + division + "]";
    }
}

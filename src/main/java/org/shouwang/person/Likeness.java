package org.shouwang.person;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much speaks for two files being one person, with what it is made of (本县默认). It ranks work; a person decides.
 *
 * @param score of 100
 * @param signs what speaks for it, keys under {@code merge.sign.<key>}
 */
record Likeness(int score, List<String> signs) {

    /** A birth that is a guess fits one that is at most this far away. */
    private static final int GUESSED_DAYS = 366;

    /**
     * One side of a comparison.
     *
     * @param idIndex blind index of the ID number, null without one
     */
    record Side(
            String name,
            String sex,
            @Nullable LocalDate birthDate,
            boolean birthEstimated,
            byte @Nullable [] idIndex,
            String division) {

        @Override
        public String toString() {
            return "Side[in " + division + "]";
        }
    }

    /** What speaks for it; empty where nothing much does: another name, another birth, or another number. */
    static Optional<Likeness> of(Side one, Side other) {
        boolean number = one.idIndex() != null && Arrays.equals(one.idIndex(), other.idIndex());
        boolean otherNumber = !number && one.idIndex() != null && other.idIndex() != null;
        boolean name = Names.clean(one.name()).equals(Names.clean(other.name()));
        long days = apart(one, other);
        boolean near = (one.birthEstimated() || other.birthEstimated()) && days <= GUESSED_DAYS;
        if (otherNumber || !number && !(name && (days == 0 || near))) {
            return Optional.empty();
        }
        List<String> signs = new ArrayList<>();
        int score = add(signs, number, "number", 50) + add(signs, name, "name", 20);
        score += days == 0 ? add(signs, true, "birth", 20) : add(signs, near, "birth-near", 10);
        score += add(signs, !one.sex().equals("0") && one.sex().equals(other.sex()), "sex", 5);
        score += add(signs, one.division().equals(other.division()), "village", 5);
        return Optional.of(new Likeness(score, List.copyOf(signs)));
    }

    private static int add(List<String> signs, boolean there, String sign, int points) {
        if (there) {
            signs.add(sign);
        }
        return there ? points : 0;
    }

    private static long apart(Side one, Side other) {
        return one.birthDate() == null || other.birthDate() == null
                ? Long.MAX_VALUE
                : Math.abs(ChronoUnit.DAYS.between(one.birthDate(), other.birthDate()));
    }
}

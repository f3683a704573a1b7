package org.shouwang.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody answerable for a child today.
 *
 * @param relation GB/T 4761 code: the guardian is the … of the child; null where no kinship is recorded
 * @param capacity {@code legal}, {@code entrusted} or {@code actual}
 * @param whereabouts {@code home}, {@code away}, {@code detained}, {@code missing}, {@code dead} or {@code unknown}
 */
public record Guardian(
        PersonView person,
        @Nullable String relation,
        String capacity,
        String whereabouts,
        @Nullable String phone,
        LocalDate since) {

    /** As those see it who are not told that somebody is held: away. */
    public Guardian withoutReason() {
        return new Guardian(
                person, relation, capacity, whereabouts.equals("detained") ? "away" : whereabouts, phone, since);
    }

    @Override
    public String toString() {
        return "Guardian[" + person.id() + "]";
    }
}

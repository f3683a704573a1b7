package org.shouwang.officers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A county's organisation as it is handed in: places the national list lacks (villages), agencies, officers with their
 * posts. Read from a file, taken over by {@link Enrolment}.
 *
 * @param since from when the posts hold; today where nothing is said
 */
public record Organisation(
        @Nullable LocalDate since, List<Place> divisions, List<Agency> agencies, List<Person> officers) {

    /** @param level {@code county}, {@code township} or {@code village} */
    public record Place(
            String code,
            String name,
            String level,
            @Nullable String parent) {}

    /** @param key by which posts name it */
    public record Agency(String key, String type, String zh, String division) {}

    /** @param phone a program has none */
    public record Person(
            String username, String name, @Nullable String phone, List<Seat> posts) {}

    /** A post: role, for which agency, for which division and all below. */
    public record Seat(String role, String agency, String division) {}
}

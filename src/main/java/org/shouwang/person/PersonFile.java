package org.shouwang.person;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A person's own page: identity with where each fact comes from and since when.
 *
 * @param maskedIdNumber never the number itself
 * @param idReason why there is none, null where there is one
 * @param origins by fact: {@code name}, {@code sex}, {@code birthDate}, {@code idNumber}, {@code phone},
 *     {@code division}, {@code household}
 * @param warnings problem codes of facts that contradict each other
 */
public record PersonFile(
        PersonView person,
        @Nullable String maskedIdNumber,
        @Nullable IdReason idReason,
        @Nullable String phone,
        Map<String, Origin> origins,
        List<String> warnings) {

    public PersonFile {
        origins = Map.copyOf(origins);
        warnings = List.copyOf(warnings);
    }

    /** Since when the file says so, and who said it. */
    public record Origin(FactSource source, Instant at) {}

    @Override
    public String toString() {
        return "PersonFile[" + person.id() + "]";
    }
}

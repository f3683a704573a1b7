package org.shouwang.person;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who lives together.
 *
 * @param address as people say it, null where unknown
 */
public record Household(UUID id, String division, @Nullable String address, List<PersonView> members) {

    public Household {
        members = List.copyOf(members);
    }

    @Override
    public String toString() {
        return "Household[" + id + "]";
    }
}

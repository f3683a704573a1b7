package org.shouwang.person;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who lives together.
 *
 * @param address as people say it, null where unknown or not for the reader
 * @param isProtected whether the address is for those only who place children
 */
public record Household(
        UUID id, String division, @Nullable String address, boolean isProtected, List<PersonView> members) {

    public Household {
        members = List.copyOf(members);
    }

    Household withoutAddress() {
        return new Household(id, division, null, isProtected, members);
    }

    @Override
    public String toString() {
        return "Household[" + id + "]";
    }
}

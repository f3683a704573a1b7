package org.shouwang.access;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an officer may act as, now: a role, in an agency, for a division and all below it.
 *
 * @param role a key of {@code processes/roles.yaml}, such as {@code township-supervisor}
 * @param agency the agency's id
 * @param agencyName as shown: other agencies appear by unit, not by person
 * @param division 12-digit code
 * @param firstDivision lowest code of the subtree of {@code division}
 * @param lastDivision highest code of that subtree
 * @param actingFor the officer whose post it is, where a deputy holds it during leave (代办)
 * @param named whether what its holder is named on comes with it
 */
public record Post(
        UUID id,
        String role,
        UUID agency,
        String agencyName,
        String division,
        String divisionName,
        String firstDivision,
        String lastDivision,
        @Nullable UUID actingFor,
        boolean named) {

    /** Whether {@code code} is this post's division or lies below it. */
    public boolean covers(String code) {
        return code.compareTo(firstDivision) >= 0 && code.compareTo(lastDivision) <= 0;
    }
}

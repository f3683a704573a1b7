package org.shouwang.access;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an officer may act as, now: a role, in an agency, for a division and all below it.
 *
 * @param role a key of {@code processes/roles.yaml}, such as {@code township-supervisor}
 * @param agency the agency's id
 * @param agencyName as shown: other agencies appear by unit, not by person
 * @param division 12-digit code; where a police station stands, not what it covers
 * @param place where tasks find it: the division, or the key of the police station
 * @param area what it covers: the subtree of the division, or what the map of {@link Jurisdictions} gives the station
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
        String place,
        List<Scope.Range> area,
        @Nullable UUID actingFor,
        boolean named) {

    public Post {
        area = List.copyOf(area);
    }

    /** Whether {@code code} lies within what this post covers. */
    public boolean covers(String code) {
        return area.stream().anyMatch(range -> range.includes(code));
    }
}

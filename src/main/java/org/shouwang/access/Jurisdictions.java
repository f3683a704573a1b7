package org.shouwang.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Which police station's a village is, by the map of {@code processes/jurisdictions.yaml}: the police draw their borders
 * without regard to townships. Replaced whole when the county's files are taken over.
 */
@Component
public class Jurisdictions {

    /** The role whose tasks follow the map. */
    static final String ROLE = "police";

    private static final String TOWNSHIP = "000";

    private volatile Map<String, String> agencies = Map.of();

    /** Takes over the map: an agency's key by the code of a village, or of a township that is all its. */
    public void take(Map<String, String> byDivision) {
        agencies = Map.copyOf(byDivision);
    }

    /** The key of the agency to which the police work of a place falls; empty where the map says nothing. */
    public Optional<String> agency(String division) {
        String own = agencies.get(division);
        return Optional.ofNullable(own != null ? own : agencies.get(township(division)));
    }

    /** Whether the county has a map at all. */
    public boolean known() {
        return !agencies.isEmpty();
    }

    /** What an agency covers; nothing where the map does not name it. */
    public List<Scope.Range> area(String agency) {
        return agencies.entrySet().stream()
                .filter(entry -> entry.getValue().equals(agency))
                .map(entry -> range(entry.getKey()))
                .toList();
    }

    private static Scope.Range range(String division) {
        return new Scope.Range(division, division.endsWith(TOWNSHIP) ? division.substring(0, 9) + "999" : division);
    }

    /** The code of the township that a village lies in. */
    public static String township(String village) {
        return village.length() == 12 ? village.substring(0, 9) + TOWNSHIP : village;
    }
}

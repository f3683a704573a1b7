package org.shouwang.hotline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouwang.access.Division;
import org.shouwang.access.Divisions;
import org.springframework.stereotype.Component;

/** Villages of a line's place, by code and by the names people write. */
@Component
class Places {

    private final Divisions divisions;

    Places(Divisions divisions) {
        this.divisions = divisions;
    }

    boolean within(String village, String place) {
        return divisions.upwards(village).stream().anyMatch(each -> each.code().equals(place));
    }

    /** The villages of a place by name, with and without the township before it. */
    Names in(String place) {
        Map<String, List<String>> codes = new HashMap<>();
        Map<String, String> townships = new HashMap<>();
        for (Division village : divisions.villagesOf(place)) {
            String parent = village.parent() == null ? "" : village.parent();
            String township = townships.computeIfAbsent(parent, code -> code.isEmpty() ? "" : divisions.name(code));
            for (String name : List.of(village.name(), township + village.name())) {
                codes.computeIfAbsent(name, key -> new ArrayList<>()).add(village.code());
            }
        }
        return new Names(codes);
    }

    record Names(Map<String, List<String>> codes) {

        /** The one village of this name; empty for none or several. */
        Optional<String> code(String name) {
            List<String> found = codes.getOrDefault(name, List.of());
            return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
        }
    }
}

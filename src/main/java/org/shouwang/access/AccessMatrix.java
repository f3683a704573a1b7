package org.shouwang.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * {@code processes/access-matrix.csv}: who may do what, row by row, written by hand. What no row allows is refused.
 * Replaced whole when the county's files are taken over.
 */
@Component
public class AccessMatrix {

    private static final String HEADER = "role,act,reach,classes,note";

    private volatile Map<String, List<Rule>> byAct = Map.of();

    /**
     * Reads the file without taking it over.
     *
     * @return what is wrong, each line with its number; empty when it can be taken over
     */
    public List<String> check(String csv, Set<String> roles) {
        List<String> faults = new ArrayList<>();
        parse(csv, roles, faults);
        return faults;
    }

    /** Takes over a file that {@link #check} found right. */
    public void take(String csv, Set<String> roles) {
        List<String> faults = new ArrayList<>();
        List<Rule> rules = parse(csv, roles, faults);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("access-matrix.csv: " + faults);
        }
        byAct = rules.stream().collect(Collectors.groupingBy(Rule::act));
    }

    List<Rule> rules(String act) {
        return byAct.getOrDefault(act, List.of());
    }

    /** Every act that some role may do. */
    public Set<String> acts() {
        return byAct.keySet();
    }

    private static List<Rule> parse(String csv, Set<String> roles, List<String> faults) {
        List<Rule> rules = new ArrayList<>();
        List<String> lines = csv.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            faults.add("line 1: the header must be " + HEADER);
            return rules;
        }
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                parseLine(lines.get(i), "line " + (i + 1), roles, rules, faults);
            }
        }
        return rules;
    }

    private static void parseLine(String line, String place, Set<String> roles, List<Rule> rules, List<String> faults) {
        String[] cells = line.split(",", 5);
        if (cells.length < 4) {
            faults.add(place + ": needs role, act, reach and classes");
            return;
        }
        if (!roles.contains(cells[0])) {
            faults.add(place + ": no such role in roles.yaml: " + cells[0]);
        }
        if (!Set.of("open", "open+restricted").contains(cells[3])) {
            faults.add(place + ": classes are open or open+restricted, not " + cells[3]);
        }
        try {
            Rule.Reach reach = Rule.Reach.valueOf(cells[2].toUpperCase(Locale.ROOT));
            rules.add(new Rule(cells[0], cells[1], reach, cells[3].endsWith("restricted")));
        } catch (IllegalArgumentException e) {
            faults.add(place + ": no such reach: " + cells[2]);
        }
    }
}

package org.shouwang.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of one {@code access-matrix.csv}, as they were read. */
public final class Matrix {

    static final String HEADER = "role,act,reach,classes,stage,state,form,field,note";

    /** Allows nothing. */
    static final Matrix NOTHING = new Matrix(List.of());

    private static final int CELLS = HEADER.split(",").length;

    private final List<Rule> rules;
    private final Map<String, List<Rule>> byAct;

    private Matrix(List<Rule> rules) {
        this.rules = List.copyOf(rules);
        this.byAct = rules.stream().collect(Collectors.groupingBy(Rule::act));
    }

    /** The rows of a file as far as they can be read, for those who do not answer for the file. */
    public static Matrix rows(String csv) {
        List<Rule> rules = new ArrayList<>();
        List<String> lines = csv.lines().toList();
        for (int i = 1; i < lines.size(); i++) {
            line(lines.get(i), i + 1, rules, new ArrayList<>());
        }
        return new Matrix(rules);
    }

    /** A file of which every line counts that can be read; of the others {@code faults} names line and reason. */
    public static Matrix read(String csv, MatrixNames names, List<String> faults) {
        List<Rule> rules = new ArrayList<>();
        List<String> lines = csv.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
            faults.add("line 1: the header must be " + HEADER);
            return new Matrix(rules);
        }
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                line(lines.get(i), i + 1, rules, faults);
            }
        }
        new MatrixCheck(names, faults).check(rules);
        return new Matrix(rules);
    }

    private static void line(String line, int number, List<Rule> rules, List<String> faults) {
        String place = "line " + number + ": ";
        String[] cells = line.split(",", CELLS);
        if (cells.length < CELLS) {
            faults.add(place + "needs " + CELLS + " cells (" + HEADER + "), * for all");
            return;
        }
        if (!Set.of("open", "open+restricted").contains(cells[3])) {
            faults.add(place + "classes are open or open+restricted, not " + cells[3]);
        }
        List<String> wrong = new ArrayList<>();
        try {
            rules.add(new Rule(
                    cells[0],
                    cells[1],
                    Rule.Reach.valueOf(cells[2].toUpperCase(Locale.ROOT)),
                    cells[3].endsWith("restricted"),
                    Cell.read(cells[4], wrong),
                    Cell.read(cells[5], wrong),
                    Cell.read(cells[6], wrong),
                    Cell.read(cells[7], wrong),
                    cells[8],
                    number));
        } catch (IllegalArgumentException e) {
            faults.add(place + "no such reach: " + cells[2]);
        }
        wrong.forEach(each -> faults.add(place + each));
    }

    public List<Rule> rules() {
        return rules;
    }

    public List<Rule> rules(String act) {
        return byAct.getOrDefault(act, List.of());
    }

    public Set<String> acts() {
        return byAct.keySet();
    }

    /** Whether some row lets this role do this act with this form. */
    public boolean allows(String role, String act, String form) {
        return rules(act).stream()
                .anyMatch(rule -> rule.role().equals(role) && rule.form().has(form));
    }
}

package org.shouwang.supervision;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.shouwang.access.Division;
import org.shouwang.access.Scope;

/**
 * Where somebody supervises: ranges of division codes that do not overlap, so that nothing is counted twice.
 *
 * @param officer who looks: a restricted case is counted and listed only for those who work on it, and none he or she
 *     is kept off
 */
public record Territory(List<Scope.Range> ranges, UUID officer) {

    /** What a query joins with; it has {@link #firsts} and {@link #lasts} as parameters of these names. */
    static final String REACH = "unnest(cast(:firsts as text[]), cast(:lasts as text[])) reach (first_code, last_code)";

    /** Whether {@code row} may be counted, whose subject is {@code subject}; it has {@link #officer} as parameter. */
    static String shown(String row, String subject) {
        return """
                ((%1$s.sealed_class = 'open' or exists (
                      select from participation shown
                      where shown.subject_id = %2$s and shown.until is null and shown.officer_id = :officer))
                  and %2$s not in (
                      select barred.subject_id from participation barred
                      where barred.officer_id = :officer and barred.part = 'barred' and barred.until is null))""".formatted(row, subject);
    }

    /** As {@link #shown} for tasks; that a unit may have reported late is on no board. */
    static String tasksShown() {
        return "(" + shown("task", "task.subject_id") + " and task.subject_kind <> 'late-report')";
    }

    public Territory {
        ranges = List.copyOf(ranges);
    }

    /** Divisions form a tree: two ranges lie apart, or one within the other. */
    public static Territory of(Scope scope) {
        List<Scope.Range> apart = new ArrayList<>();
        scope.territory().stream()
                .distinct()
                .sorted(Comparator.comparing(Scope.Range::first)
                        .thenComparing(Scope.Range::last, Comparator.reverseOrder()))
                .filter(range -> apart.stream().noneMatch(wider -> covers(wider, range.first(), range.last())))
                .forEach(apart::add);
        return new Territory(apart, scope.officer());
    }

    public boolean covers(Division division) {
        return ranges.stream().anyMatch(range -> covers(range, division.first(), division.last()));
    }

    private static boolean covers(Scope.Range wider, String first, String last) {
        return wider.first().compareTo(first) <= 0 && wider.last().compareTo(last) >= 0;
    }

    String[] firsts() {
        return ranges.stream().map(Scope.Range::first).toArray(String[]::new);
    }

    String[] lasts() {
        return ranges.stream().map(Scope.Range::last).toArray(String[]::new);
    }
}

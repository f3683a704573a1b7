package org.shouwang.placement;

import java.util.List;
import java.util.Map;
import org.shouwang.access.Scope;

/** Which cases an act reaches, as a term over {@code case_file}; several acts in one query go by prefixes. */
final class CaseReach {

    private CaseReach() {}

    static String sql(String act) {
        return """
                (case_file.id <> all(cast(:{act}Barred as uuid[])) and case_file.sealed_class in ('open', 'restricted') and (
                     case_file.sealed_class = 'open' and exists (
                         select from unnest(cast(:{act}Firsts as text[]), cast(:{act}Lasts as text[])) area (first, last)
                         where case_file.division between area.first and area.last)
                     or exists (
                         select from unnest(cast(:{act}SealedFirsts as text[]), cast(:{act}SealedLasts as text[]))
                             area (first, last)
                         where case_file.division between area.first and area.last)
                     or exists (
                         select from participation part
                         where part.subject_id = case_file.id and part.until is null and part.part <> 'barred'
                           and (part.officer_id = any(cast(:{act}Named as uuid[]))
                                and case_file.state = any(cast(:{act}AssignedIn as text[]))
                                or part.agency_id = any(cast(:{act}Agencies as uuid[]))))))""".replace("{act}", act);
    }

    static Map<String, Object> parameters(String act, Scope scope) {
        return Map.of(
                act + "Barred", texts(List.copyOf(scope.barred())),
                act + "Firsts", firsts(scope.territory()),
                act + "Lasts", lasts(scope.territory()),
                act + "SealedFirsts", firsts(scope.restrictedTerritory()),
                act + "SealedLasts", lasts(scope.restrictedTerritory()),
                act + "Named", texts(List.copyOf(scope.named())),
                act + "AssignedIn", texts(List.copyOf(scope.assignedIn())),
                act + "Agencies", texts(scope.agencies()));
    }

    private static String[] firsts(List<Scope.Range> ranges) {
        return texts(ranges.stream().map(Scope.Range::first).toList());
    }

    private static String[] lasts(List<Scope.Range> ranges) {
        return texts(ranges.stream().map(Scope.Range::last).toList());
    }

    private static String[] texts(List<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }
}

package org.shouwang.supervision;

import java.util.List;
import org.shouwang.access.Scope;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Which rows of a list an officer may see named; of the others neither name nor number leaves the database. */
final class Names {

    /** True for a row {@code found} with division, sealed_class and subject_id that is within reach. */
    static final String READABLE = """
            (found.subject_id <> all(cast(:barred as uuid[])) and (found.sealed_class = 'open' and exists (
                 select from unnest(cast(:openFirsts as text[]), cast(:openLasts as text[])) open_in (first, last)
                 where found.division between open_in.first and open_in.last)
             or found.sealed_class <> 'open' and exists (
                 select from unnest(cast(:sealedFirsts as text[]), cast(:sealedLasts as text[])) sealed_in (first, last)
                 where found.division between sealed_in.first and sealed_in.last)
             or exists (
                 select from participation
                 where participation.subject_id = found.subject_id and until is null
                   and (officer_id = any(cast(:named as uuid[])) or agency_id = any(cast(:agencies as uuid[]))))))""";

    private Names() {}

    static StatementSpec with(StatementSpec statement, Scope reading) {
        return statement
                .param("openFirsts", firsts(reading.territory()))
                .param("openLasts", lasts(reading.territory()))
                .param("sealedFirsts", firsts(reading.restrictedTerritory()))
                .param("sealedLasts", lasts(reading.restrictedTerritory()))
                .param("named", reading.named().stream().map(Object::toString).toArray(String[]::new))
                .param("officer", reading.officer())
                .param("barred", reading.barred().stream().map(Object::toString).toArray(String[]::new))
                .param(
                        "agencies",
                        reading.agencies().stream().map(Object::toString).toArray(String[]::new));
    }

    private static String[] firsts(List<Scope.Range> ranges) {
        return ranges.stream().map(Scope.Range::first).toArray(String[]::new);
    }

    private static String[] lasts(List<Scope.Range> ranges) {
        return ranges.stream().map(Scope.Range::last).toArray(String[]::new);
    }
}

package org.shouwang.casefile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwang.access.Access;
import org.shouwang.access.Actor;
import org.shouwang.access.Division;
import org.shouwang.access.Divisions;
import org.shouwang.access.Scope;
import org.shouwang.person.PersonSearch;
import org.shouwang.person.PersonView;
import org.shouwang.person.Persons;
import org.shouwang.workflow.inbox.SubjectTitles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists of cases, the newest first, of those within the actor's reach only. Each way to reach cases is a walk along
 * one index of its own, put together at the end: a page costs the same at a hundred cases and at 200,000.
 */
@Service
@Transactional(readOnly = true)
public class CaseLists {

    private static final int NAMES = 200;
    private static final String ORDER = " order by case_file.opened_at desc, case_file.id desc limit :limit";
    private static final String REST = " and (case_file.opened_at, case_file.id) < (:afterAt, :afterId)";

    private final JdbcClient jdbc;
    private final SubjectTitles titles;
    private final Access access;
    private final Persons persons;
    private final Divisions divisions;
    private final CaseNumbers numbers;

    CaseLists(
            JdbcClient jdbc,
            SubjectTitles titles,
            Access access,
            Persons persons,
            Divisions divisions,
            CaseNumbers numbers) {
        this.jdbc = jdbc;
        this.titles = titles;
        this.access = access;
        this.persons = persons;
        this.divisions = divisions;
        this.numbers = numbers;
    }

    /** One page of the cases that answer the question. */
    public CasePage page(CaseQuery asked, Actor actor, @Nullable String after, int limit) {
        Scope scope = access.scope("case.read");
        Map<String, Object> parameters = new HashMap<>();
        String where = conditions(asked, actor, scope, parameters) + REST;
        List<String> ways = ways(scope, where, parameters);
        if (ways.isEmpty()) {
            return new CasePage(List.of(), null);
        }
        CaseCursor cursor = CaseCursor.parse(after);
        parameters.put("afterAt", CaseStore.at(cursor.at()));
        parameters.put("afterId", cursor.id());
        parameters.put("limit", limit + 1);
        String found = String.join(" union ", ways);
        List<CaseView> cases = jdbc.sql("with page as (" + found + ") " + CaseStore.SELECT
                        + " join page on page.id = case_file.id" + ORDER)
                .params(parameters)
                .query(titles.rows(CaseView.class))
                .list();
        return cases.size() <= limit
                ? new CasePage(cases, null)
                : new CasePage(
                        cases.subList(0, limit),
                        CaseCursor.after(cases.get(limit - 1)).toString());
    }

    private static List<String> ways(Scope scope, String where, Map<String, Object> parameters) {
        List<String> ways = new ArrayList<>();
        scope.territory().stream()
                .distinct()
                .forEach(range -> ways.add(way(range, "open", where, parameters, ways.size())));
        scope.restrictedTerritory().stream()
                .distinct()
                .forEach(range -> ways.add(way(range, "restricted", where, parameters, ways.size())));
        if (!scope.named().isEmpty() || !scope.agencies().isEmpty()) {
            parameters.put("named", scope.namedIds());
            parameters.put("agencies", scope.agencies().toArray(UUID[]::new));
            parameters.put("assignedIn", scope.assignedIn().toArray(String[]::new));
            ways.add("(select case_file.id from participation part join case_file on case_file.id = part.subject_id"
                    + " where part.until is null and part.part <> 'barred' and (part.officer_id = any(:named)"
                    + " and case_file.state = any(:assignedIn) or part.agency_id = any(:agencies))"
                    + where + " group by case_file.id" + ORDER + ")");
        }
        return ways;
    }

    private static String way(
            Scope.Range range, String sealedClass, String where, Map<String, Object> parameters, int number) {
        parameters.put("first" + number, range.first());
        parameters.put("last" + number, range.last());
        return "(select case_file.id from case_file where case_file.division between :first" + number + " and :last"
                + number + " and case_file.sealed_class = '" + sealedClass + "'" + where + ORDER + ")";
    }

    private String conditions(CaseQuery asked, Actor actor, Scope scope, Map<String, Object> parameters) {
        StringBuilder where =
                new StringBuilder(" and case_file.id <> all(:barred) and case_file.sealed_class <> 'sealed'");
        parameters.put("barred", scope.barredIds());
        if (!asked.state().equals("all")) {
            where.append(equal("state", asked.state(), parameters));
        }
        where.append(equal("grade", asked.grade(), parameters));
        where.append(equal("stage", asked.stage(), parameters));
        if (asked.division() != null && !asked.division().isBlank()) {
            Optional<Division> place = divisions.find(asked.division());
            parameters.put("placeFirst", place.map(Division::first).orElse(""));
            parameters.put("placeLast", place.map(Division::last).orElse(""));
            where.append(" and case_file.division between :placeFirst and :placeLast");
        }
        if (asked.text() != null && !asked.text().isBlank()) {
            where.append(text(asked.text().strip(), actor, scope, parameters));
        }
        return where.toString();
    }

    private static String equal(String column, @Nullable String value, Map<String, Object> parameters) {
        if (value == null || value.isBlank()) {
            return "";
        }
        parameters.put(column, value);
        return " and case_file." + column + " = :" + column;
    }

    private String text(String text, Actor actor, Scope scope, Map<String, Object> parameters) {
        Optional<String> number = numbers.complete(text, actor);
        if (number.isPresent()) {
            parameters.put("number", number.get());
            return " and case_file.number = :number";
        }
        parameters.put("people", people(text, scope));
        parameters.put("title", "%" + text.replaceAll("[\\\\%_]", "") + "%");
        // Whoever was asked in may search no register, but may find the cases of one's own by their title.
        String own = scope.territory().isEmpty()
                ? " or exists (select from work_subject named where named.id = case_file.id and named.title like :title)"
                : "";
        return " and (exists (select from case_person on_it where on_it.case_id = case_file.id"
                + " and on_it.person_id = any(:people))" + own + ")";
    }

    private UUID[] people(String text, Scope scope) {
        Stream<Scope.Range> ranges = scope.territory().stream().distinct();
        return ranges.flatMap(range ->
                        persons
                                .search(new PersonSearch(text, range.first(), range.last(), false, false), NAMES)
                                .stream())
                .map(PersonView::id)
                .distinct()
                .toArray(UUID[]::new);
    }
}

package org.shouwang.stories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.shouwang.testing.Api;
import org.shouwang.testing.Api.Answer;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Visitor;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks for a case everywhere: every list and search there is, by everybody of the demo, and every address that takes an
 * id, with every id of the case. Which addresses there are is read from the tables that fail on a new one.
 */
final class Trace {

    private static final String UNKNOWN = UUID.randomUUID().toString();
    private static final List<String> LISTS = List.of(
            "/inbox?box=mine",
            "/inbox?box=team",
            "/inbox?box=overdue",
            "/cases?state=all",
            "/cases?state=closed",
            "/board/lists/late",
            "/board/lists/visits",
            "/board/lists/leads",
            "/board/lists/placed",
            "/board/lists/unplaced",
            "/placements?state=all",
            "/placements?state=closed",
            "/api/v1/placements?state=all&limit=100",
            "/board/lists/cases",
            "/retention?list=archive",
            "/retention?list=erase",
            "/retention?list=archived",
            "/retention?list=erased",
            "/api/v1/tasks?box=mine&limit=100",
            "/api/v1/tasks?box=team&limit=100",
            "/api/v1/tasks?box=overdue&limit=100",
            "/api/v1/cases?state=all&limit=100",
            "/api/v1/notices?limit=100",
            "/api/v1/retention?list=archive&limit=100",
            "/api/v1/retention?list=erase&limit=100",
            "/api/v1/retention?list=archived&limit=100",
            "/api/v1/retention?list=erased&limit=100");

    private final JdbcClient everything = TestParts.everything();
    private final String child;
    private final String reporter;
    private final Set<String> ids = new LinkedHashSet<>();
    private final String caseId;
    private final String number;
    private final String person;
    private final String report;
    private final String record;
    private final List<String> found = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger tried = new AtomicInteger();

    /** @param reporter knows the state of the own report, sealed or not, by that report's id */
    Trace(String caseId, String child, String reporter) {
        this.child = child;
        this.caseId = caseId;
        this.reporter = reporter;
        number = one("select number from case_file where id = cast(? as uuid)");
        person = one("select cast(main_person as text) from case_file where id = cast(? as uuid)");
        report = one("select cast(id as text) from report where case_id = cast(? as uuid)");
        record = one("select cast(id as text) from form_record where subject_id = cast(? as uuid) limit 1");
        ids.addAll(List.of(caseId, person, report));
        ids.add(one("select cast(id as text) from attachment where subject_id = cast(? as uuid) limit 1"));
        ids.add(one("select id from inbox_task where subject_id = cast(? as uuid) limit 1"));
    }

    private String one(String sql) {
        return everything.sql(sql).param(caseId).query(String.class).single();
    }

    String number() {
        return number;
    }

    String report() {
        return report;
    }

    Set<String> ids() {
        return ids;
    }

    int tried() {
        return tried.get();
    }

    static List<String> everybody() {
        String[] head = lines("access-expected.csv").get(0).split(",");
        return Arrays.asList(head).subList(1, head.length);
    }

    private static List<String> lines(String table) {
        try {
            return new ClassPathResource("org/shouwang/" + table)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What these people find in lists and by searching, as sentences. */
    List<String> inLists(List<String> people) {
        found.clear();
        List<String> doors = Stream.concat(
                        lines("access-expected.csv").stream()
                                .skip(1)
                                .map(line -> line.split(",")[0])
                                .filter(door -> !door.startsWith("POST ")),
                        LISTS.stream())
                .toList();
        people.parallelStream().forEach(who -> {
            doors.forEach(door -> silent(who, door, get(who, door).text()));
            for (String words : List.of(child, number)) {
                Map<String, Object> cases = Map.of("q", words, "state", "all");
                silent(
                        who,
                        "cases/search",
                        Api.as(who).post("/api/v1/cases/search", cases).text());
                silent(
                        who,
                        "persons/search",
                        Api.as(who)
                                .post("/api/v1/persons/search", Map.of("q", words))
                                .text());
                page(who, "/cases/search", words);
                page(who, "/persons/search", words);
            }
        });
        return List.copyOf(found);
    }

    /** A page of hits shows again what was looked for; the number of hits and their ids tell. */
    private void page(String who, String path, String words) {
        String text =
                Visitor.of(who).post(path, Map.of("q", words, "state", "all")).text();
        tried.incrementAndGet();
        if (text.contains(caseId) || text.contains(person)) {
            found.add(who + " by searching at " + path);
        }
    }

    private void silent(String who, String door, String text) {
        tried.incrementAndGet();
        boolean named = text.contains(child) || text.contains(number) || text.contains(caseId) || text.contains(person);
        if (named || text.contains(report) && !who.equals(reporter)) {
            found.add(who + " at " + door);
        }
    }

    /** Where these people are answered otherwise with an id of the case than with one that never was. */
    List<String> byId(List<String> people) {
        found.clear();
        people.parallelStream().forEach(who -> {
            for (String line : lines("case-doors-expected.csv").stream().skip(1).toList()) {
                String door = line.split(",")[0];
                Answer none = get(who, address(door, UNKNOWN, UNKNOWN));
                Set<String> fitting = door.contains("/cases/") ? Set.of(caseId) : ids;
                fitting.forEach(id -> same(who, door, id, none));
            }
        });
        return List.copyOf(found);
    }

    private void same(String who, String door, String id, Answer none) {
        if (who.equals(reporter) && id.equals(report) && door.contains("report")) {
            return;
        }
        Answer answer = get(who, address(door, id, record));
        tried.incrementAndGet();
        boolean tells = answer.text().contains(child) || answer.text().contains(number);
        if (answer.status() != none.status() || tells) {
            found.add(who + " at " + door + " with " + id + ": " + answer.status());
        }
    }

    private static String address(String door, String first, String second) {
        return door.replaceFirst("\\{[a-z]+}", first)
                .replaceFirst("\\{[a-z]+}", second)
                .replaceAll("\\{[a-z]+}", "handover");
    }

    private static Answer get(String who, String path) {
        return path.startsWith("/api/")
                ? Api.as(who).get(path)
                : Visitor.of(who).get(path);
    }
}

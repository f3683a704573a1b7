package org.shouwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.shouwang.access.Actors;
import org.shouwang.testing.Api;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.Visitor;
import org.shouwang.workflow.form.FormBook;
import org.shouwang.workflow.form.Records;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Everybody of the demo sends nothing to every address that takes something, with a case in each situation: whoever may
 * is told what is missing, whoever may not is refused, by a table written by hand. An address without a line fails; a
 * line may name the test that tries it instead.
 */
@ShouwangTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActDoorsIT {

    private static final String DOORS = "act-doors-expected.csv";
    private static final List<Integer> REFUSED = List.of(401, 403, 404);

    private final RequestMappingHandlerMapping handlers;
    private final MatrixGround ground;

    @Autowired
    ActDoorsIT(
            RequestMappingHandlerMapping requestMappingHandlerMapping,
            FormBook forms,
            Records records,
            Actors actors,
            TransactionTemplate transaction) {
        this.handlers = requestMappingHandlerMapping;
        this.ground = new MatrixGround(forms, records, actors, transaction);
    }

    @TestFactory
    Stream<DynamicTest> letsInWhomItShould() {
        Set<String> people = new TreeSet<>(
                MatrixGround.table("access-expected.csv").get(0).cells().keySet());
        people.remove("path");
        List<DynamicTest> doors = new ArrayList<>();
        for (MatrixGround.Row row : MatrixGround.table(DOORS)) {
            if (!row.get("situation").equals("tried")) {
                doors.add(DynamicTest.dynamicTest(
                        row.get("situation") + " " + row.get("door"),
                        () -> assertThat(letIn(row, people)).isEqualTo(expected(row))));
            }
        }
        return doors.stream();
    }

    private static Set<String> expected(MatrixGround.Row row) {
        return Arrays.stream(row.get("let in").split("\\+"))
                .filter(person -> !person.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> letIn(MatrixGround.Row row, Set<String> people) {
        String situation = row.get("situation");
        UUID subject = situation.equals("none") ? UUID.randomUUID() : ground.caseOf(situation);
        String path = row.get("door")
                .replaceAll("\\{(id|subject)}", subject.toString())
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        return people.parallelStream()
                .filter(person -> !REFUSED.contains(send(person, path)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int send(String person, String path) {
        if (path.startsWith("/api/")) {
            return Api.as(person)
                    .post(path, Map.of(), "Idempotency-Key", UUID.randomUUID().toString())
                    .status();
        }
        return Visitor.of(person).post(path, Map.of()).status();
    }

    @Test
    void leavesOutNoDoor() {
        Set<String> listed = MatrixGround.table(DOORS).stream()
                .map(row -> row.get("door"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ours = new TreeSet<>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (Doors.areOurs(handler)
                    && mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST)) {
                ours.addAll(mapping.getPatternValues());
            }
            assertThat(mapping.getMethodsCondition().getMethods())
                    .as("no other ways in: " + mapping)
                    .doesNotContain(RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);
        });
        assertThat(listed).isEqualTo(ours);
    }
}

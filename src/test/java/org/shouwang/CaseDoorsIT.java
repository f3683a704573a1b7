package org.shouwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page and every address of the API that names something, with a case in each situation: what each post gets
 * there, by a table written by hand. A new door without a line in it fails.
 */
@ShouwangTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseDoorsIT {

    private static final Logger LOG = LoggerFactory.getLogger(CaseDoorsIT.class);
    private static final String DOORS = "case-doors-expected.csv";
    private static final String READERS = "case-readers-expected.csv";

    private final RequestMappingHandlerMapping handlers;
    private final MatrixGround ground;

    @Autowired
    CaseDoorsIT(
            RequestMappingHandlerMapping requestMappingHandlerMapping,
            FormBook forms,
            Records records,
            Actors actors,
            TransactionTemplate transaction) {
        this.handlers = requestMappingHandlerMapping;
        this.ground = new MatrixGround(forms, records, actors, transaction);
    }

    @TestFactory
    Stream<DynamicTest> opensToWhomItShould() {
        List<String> doors = MatrixGround.table(DOORS).stream()
                .filter(row -> row.get("tried").equals("here"))
                .map(row -> row.get("door"))
                .toList();
        List<DynamicTest> cells = new ArrayList<>();
        for (MatrixGround.Row row : MatrixGround.table(READERS)) {
            for (String situation : List.of("open", "closed", "restricted")) {
                for (String door : doors) {
                    cells.add(
                            DynamicTest.dynamicTest(situation + " " + row.get("reader") + " " + door, () -> assertThat(
                                            status(situation, row.get("reader"), door))
                                    .isEqualTo(Integer.parseInt(row.get(situation)))));
                }
            }
        }
        LOG.info("{} cells of situation, reader and door", cells.size());
        return cells.stream();
    }

    private int status(String situation, String who, String door) {
        String path = door.replace("{id}", ground.caseOf(situation).toString());
        return path.startsWith("/api/")
                ? Api.as(who).get(path).status()
                : Visitor.of(who).get(path).status();
    }

    @Test
    void leavesOutNoDoor() {
        Set<String> listed = MatrixGround.table(DOORS).stream()
                .map(row -> row.get("door"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ours = new TreeSet<>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (Doors.areOurs(handler)
                    && mapping.getMethodsCondition().getMethods().equals(Set.of(RequestMethod.GET))) {
                mapping.getPatternValues().stream()
                        .filter(path -> path.contains("{"))
                        .forEach(ours::add);
            }
        });
        assertThat(listed).isEqualTo(ours);
    }
}

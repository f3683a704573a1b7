package org.shouwang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.shouwang.access.Access;
import org.shouwang.access.AccessMatrix;
import org.shouwang.access.Actor;
import org.shouwang.access.Actors;
import org.shouwang.access.MatrixNames;
import org.shouwang.access.Sight;
import org.shouwang.access.Subject;
import org.shouwang.testing.Api;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.Visitor;
import org.shouwang.workflow.catalogue.Catalogue;
import org.shouwang.workflow.catalogue.Catalogues;
import org.shouwang.workflow.form.Field;
import org.shouwang.workflow.form.Form;
import org.shouwang.workflow.form.FormBook;
import org.shouwang.workflow.form.Records;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Who reads which form in which situation, and which field of it: every cell of two tables written by hand from what
 * each post is for, asked of the running product over HTTP. A form or field without a cell fails.
 */
@ShouwangTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordCellsIT {

    private static final Logger LOG = LoggerFactory.getLogger(RecordCellsIT.class);
    private static final String FORMS = "record-forms-expected.csv";
    private static final String FIELDS = "record-fields-expected.csv";

    /** Whoever is named on a case and has no page of it yet, only tasks: asked of the judge. */
    private static final Set<String> WITHOUT_PAGE = Set.of("school", "health", "shelter");

    private final FormBook forms;
    private final Access access;
    private final AccessMatrix matrix;
    private final Catalogues catalogues;
    private final Actors actors;
    private final TransactionTemplate transaction;
    private final MatrixGround ground;
    /** What was read already: no cell changes anything. */
    private final Map<String, Api.Answer> read = new HashMap<>();

    @Autowired
    RecordCellsIT(
            FormBook forms,
            Records records,
            Access access,
            AccessMatrix matrix,
            Catalogues catalogues,
            Actors actors,
            TransactionTemplate transaction) {
        this.forms = forms;
        this.matrix = matrix;
        this.catalogues = catalogues;
        this.access = access;
        this.actors = actors;
        this.transaction = transaction;
        this.ground = new MatrixGround(forms, records, actors, transaction);
    }

    @TestFactory
    Stream<DynamicTest> readsTheFormsItShould() {
        List<DynamicTest> cells = new ArrayList<>();
        for (MatrixGround.Row row : MatrixGround.table(FORMS)) {
            String situation = row.get("situation");
            String who = row.get("reader");
            row.cells().forEach((form, cell) -> {
                if (!form.equals("situation") && !form.equals("reader")) {
                    cells.add(DynamicTest.dynamicTest(
                            situation + " " + who + " " + form + " " + cell,
                            () -> assertThat(reads(situation, who, form)).isEqualTo(cell.equals("y"))));
                }
            });
        }
        LOG.info("{} cells of situation, reader and form", cells.size());
        return cells.stream();
    }

    /** The API and the page, which is what is printed, say the same; so does the list of records. */
    private boolean reads(String situation, String who, String form) {
        UUID record = ground.recordsOf(situation, form).get(0).id();
        String path = "/cases/" + ground.caseOf(situation) + "/records";
        int api = answer(who, path + "/" + record).status();
        assertThat(page(who, path + "/" + record).status()).isEqualTo(api);
        String list = answer(who, path).text();
        assertThat(list.contains(record.toString())).isEqualTo(api == 200);
        assertThat(api).isIn(200, 404, 403);
        return api == 200;
    }

    private Api.Answer answer(String who, String path) {
        return read.computeIfAbsent(who + path, key -> Api.as(who).get("/api/v1" + path));
    }

    private Api.Answer page(String who, String path) {
        return read.computeIfAbsent(
                who + " page " + path, key -> Visitor.of(who).get(path));
    }

    @TestFactory
    Stream<DynamicTest> seesTheFieldsItShould() {
        List<DynamicTest> cells = new ArrayList<>();
        for (MatrixGround.Row row : MatrixGround.table(FIELDS)) {
            String form = row.get("form");
            String field = row.get("field");
            row.cells().forEach((who, cell) -> {
                if (!who.equals("form") && !who.equals("field") && !cell.equals("-")) {
                    cells.add(DynamicTest.dynamicTest(
                            who + " " + form + " " + field + " " + cell,
                            () -> assertThat(sees(who, form, field)).isEqualTo(cell.equals("y"))));
                }
            });
        }
        LOG.info("{} cells of reader, form and field", cells.size());
        return cells.stream();
    }

    private boolean sees(String who, String form, String path) {
        if (WITHOUT_PAGE.contains(who)) {
            return judged(who, form, path);
        }
        String situation = who.equals("court") ? "intervention" : "open";
        String[] names = path.split("\\.");
        UUID record = ground.recordsOf(situation, form).stream()
                .filter(made -> made.fields().contains(names[0]))
                .findFirst()
                .orElseThrow()
                .id();
        String door = "/cases/" + ground.caseOf(situation) + "/records/" + record;
        Api.Answer answer = answer(who, door);
        assertThat(answer.status()).isEqualTo(200);
        Field field = forms.get(form).field(names[0]).orElseThrow();
        JsonNode line = line(answer.json().path("view").path("parts").findParents("label"), field);
        if (names.length > 1 && !line.isMissingNode()) {
            Field inner = field.fields().stream()
                    .filter(each -> each.name().equals(names[1]))
                    .findFirst()
                    .orElseThrow();
            line = line(line.path("rows").findParents("label"), inner);
        }
        boolean seen = !line.isMissingNode() && !line.path("withheld").asBoolean();
        String mark = MatrixGround.mark(form, path);
        if (!seen) {
            assertThat(answer.text()).doesNotContain(mark + "\"");
            assertThat(page(who, door).text()).doesNotContain(mark + "<");
        }
        return seen;
    }

    private static JsonNode line(List<JsonNode> lines, Field field) {
        return lines.stream()
                .filter(line ->
                        line.path("label").asString("").equals(field.label().in(java.util.Locale.CHINESE)))
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    private boolean judged(String who, String form, String path) {
        String[] names = path.split("\\.");
        Field field = forms.get(form).field(names[0]).orElseThrow();
        Field asked = names.length == 1
                ? field
                : field.fields().stream()
                        .filter(each -> each.name().equals(names[1]))
                        .findFirst()
                        .orElseThrow();
        Sight sight = Objects.requireNonNull(transaction.execute(status -> {
            Actor actor = actors.byUsername(who).orElseThrow();
            Subject open = Subject.of(ground.caseOf("open"), "case", MatrixGround.VILLAGE, "open");
            return access.sight(actor, open.at("emergency", "open"));
        }));
        return sight.sees(form, null, path, asked.dataClass());
    }

    /** The cells are worth what they notice: with one row changed in the running product, its cells turn over. */
    @Test
    void bites() throws IOException {
        String right = Files.readString(Path.of("processes/access-matrix.csv"));
        String row =
                "womens-federation,record.read,assigned,open+restricted,*,open,F06-conference|F08-plan|S05-review,*,";
        assertThat(right).contains(row);
        assertThat(reads("open", "federation", "F04-screening")).isFalse();
        assertThat(sees("federation", "F08-plan", "needs.goal")).isFalse();
        try {
            String wider =
                    "womens-federation,record.read,assigned,open+restricted,*,open,F04-screening|F08-plan,*|@narrative,";
            matrix.take(right.replace(row, wider), names());
            read.clear();
            assertThat(reads("open", "federation", "F04-screening")).isTrue();
            assertThat(sees("federation", "F08-plan", "needs.goal")).isTrue();
            String longer = "police,case.read,assigned,open+restricted,*,*,";
            matrix.take(right.replace(longer.replace("*,*,", "*,open,"), longer), names());
            assertThat(Api.as("police")
                            .get("/api/v1/cases/" + ground.caseOf("closed"))
                            .status())
                    .isEqualTo(200);
        } finally {
            matrix.take(right, names());
            read.clear();
        }
        assertThat(reads("open", "federation", "F04-screening")).isFalse();
        assertThat(Api.as("police")
                        .get("/api/v1/cases/" + ground.caseOf("closed"))
                        .status())
                .isEqualTo(404);
    }

    private MatrixNames names() {
        Map<String, Map<String, String>> fields = new HashMap<>();
        for (Form form : forms.current().all()) {
            Map<String, String> of = new HashMap<>();
            for (Field field : form.fields()) {
                of.put(field.name(), Objects.requireNonNullElse(field.dataClass(), ""));
                field.fields()
                        .forEach(inner -> of.put(
                                field.name() + "." + inner.name(), Objects.requireNonNullElse(inner.dataClass(), "")));
            }
            fields.put(form.key(), of);
        }
        Catalogue current = catalogues.current();
        return new MatrixNames(
                act -> true,
                current.roles().keys(),
                Set.copyOf(current.codes().get("STAGE").keys()),
                fields);
    }

    @Test
    void leavesOutNoFormAndNoField() {
        Set<String> listed = MatrixGround.table(FIELDS).stream()
                .map(row -> row.get("form") + " " + row.get("field"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> ours = new TreeSet<>();
        for (Form form : forms.current().all()) {
            for (Field field : form.fields()) {
                ours.add(form.key() + " " + field.name());
                field.fields().forEach(inner -> ours.add(form.key() + " " + field.name() + "." + inner.name()));
            }
        }
        assertThat(listed).isEqualTo(ours);
        Set<String> columns =
                new TreeSet<>(MatrixGround.table(FORMS).get(0).cells().keySet());
        columns.removeAll(Set.of("situation", "reader"));
        assertThat(columns)
                .isEqualTo(forms.current().all().stream().map(Form::key).collect(Collectors.toSet()));
    }
}

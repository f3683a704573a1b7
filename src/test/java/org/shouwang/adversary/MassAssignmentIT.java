package org.shouwang.adversary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shouwang.testing.Api;
import org.shouwang.testing.Api.Answer;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Fields nobody asked for, in every body: named and refused by the API, without any effect from a form. */
@ShouwangTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MassAssignmentIT {

    private static final Logger LOG = LoggerFactory.getLogger(MassAssignmentIT.class);

    private static final Map<String, Object> UNASKED = Map.ofEntries(
            Map.entry("sealedClass", "open"),
            Map.entry("sealed_class", "open"),
            Map.entry("officer_id", "00000000-0000-0000-0000-000000000001"),
            Map.entry("officerId", "00000000-0000-0000-0000-000000000001"),
            Map.entry("role", "admin"),
            Map.entry("roles", List.of("admin")),
            Map.entry("realm_access", Map.of("roles", List.of("admin"))),
            Map.entry("state", "closed"),
            Map.entry("assignee", "00000000-0000-0000-0000-000000000001"),
            Map.entry("responsible", "00000000-0000-0000-0000-000000000001"),
            Map.entry("agency_id", "00000000-0000-0000-0000-000000000001"),
            Map.entry("parties", List.of("00000000-0000-0000-0000-000000000001")),
            Map.entry("caseId", "00000000-0000-0000-0000-000000000001"),
            Map.entry("id", "00000000-0000-0000-0000-000000000001"),
            Map.entry("receivedAt", "2001-01-01T00:00:00Z"),
            Map.entry("route", "township"),
            Map.entry("variables", Map.of("lead", "township")),
            Map.entry("__proto__", Map.of("role", "admin")),
            Map.entry("@class", "org.shouwang.access.Actor"));

    private final JdbcClient database = TestParts.everything();

    private Scene scene;
    private String task;

    @BeforeAll
    void aCase() {
        scene = Ground.lay().get(0);
        task = database.sql("select id from inbox_task where subject_id = ? and task_key = 'assess-township'")
                .param(scene.caseId())
                .query(String.class)
                .single();
    }

    @Test
    void namesEveryFieldTheApiDoesNotKnow() {
        List<Map<String, Object>> before = rows();
        List<String> wrong = new ArrayList<>();
        bodies().forEach((door, body) -> UNASKED.forEach((field, value) -> {
            if (!door.knows().contains(field)) {
                Map<String, Object> more = new HashMap<>(body);
                more.put(field, value);
                Answer answer = Api.as(door.who())
                        .post(
                                door.path(),
                                more,
                                "Idempotency-Key",
                                UUID.randomUUID().toString());
                if (answer.status() != 422 || !answer.text().contains("\"" + field + "\"")) {
                    wrong.add(door.path() + " took " + field + ": " + answer.status());
                }
            }
        }));
        LOG.info("{} unasked fields in bodies", bodies().size() * UNASKED.size());
        assertThat(wrong).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    /** The same bodies without the extra field are no 422: it was the field that was refused. */
    @Test
    void bites() {
        assertThat(Api.as("station")
                        .post("/api/v1/persons/search", Map.of("q", "无"))
                        .status())
                .isEqualTo(200);
        assertThat(Api.as("station")
                        .post("/api/v1/tasks/" + task + "/draft", Map.of("d1", "no"))
                        .status())
                .isEqualTo(200);
    }

    /** @param knows fields of the list that this body asks for itself */
    record Door(String who, String path, List<String> knows) {}

    private Map<Door, Map<String, Object>> bodies() {
        Map<Door, Map<String, Object>> bodies = new LinkedHashMap<>();
        bodies.put(new Door("director", "/api/v1/reports", List.of()), report());
        bodies.put(
                new Door("station", "/api/v1/persons", List.of()),
                Map.of("name", "阿生", "division", "450223102901", "idReason", "unknown"));
        bodies.put(new Door("station", "/api/v1/persons/search", List.of()), Map.of("q", "无"));
        bodies.put(new Door("station", "/api/v1/cases/search", List.of("state")), Map.of("q", "无"));
        for (String turn : List.of("review", "new-harm")) {
            bodies.put(
                    new Door("station", "/api/v1/cases/" + scene.caseId() + "/" + turn, List.of()),
                    Map.of("reason", "试"));
        }
        bodies.put(new Door("county", "/api/v1/cases/" + scene.caseId() + "/reopen", List.of()), Map.of("reason", "试"));
        for (String act : List.of("draft", "complete")) {
            bodies.put(new Door("station", "/api/v1/tasks/" + task + "/" + act, List.of()), Map.of("d1", "no"));
        }
        bodies.put(
                new Door("supervisor", "/api/v1/tasks/" + task + "/reassign", List.of()),
                Map.of("officer", UUID.randomUUID().toString()));
        return bodies;
    }

    /** Fields that would lift somebody over the others, at every address of the description that takes a body. */
    private static final Map<String, Object> LIFTING = Map.of(
            "role", "admin",
            "division", "450223103901",
            "sealedClass", "open",
            "id", "00000000-0000-0000-0000-000000000001",
            "createdBy", "00000000-0000-0000-0000-000000000001");

    /** What a form of the county's asks for itself, which the description does not list. */
    private static final Map<String, Set<String>> ASKED_FOR = Map.of(
            "/api/v1/reports", Set.of("division"),
            "/api/v1/hotline-orders", Set.of("division"),
            "/api/v1/agencies", Set.of("division"));

    @Test
    void namesThemAtEveryAddressOfTheDescription() {
        List<Map<String, Object>> before = rows();
        JsonNode description = Api.as("caseworker").get("/v3/api-docs").json();
        List<String> wrong = new ArrayList<>();
        List<String> tried = new ArrayList<>();
        description.path("paths").propertyStream().forEach(path -> {
            JsonNode schema = path.getValue().at("/post/requestBody/content/application~1json/schema");
            // A file is sent as a form of parts; there is no body to add to.
            if (schema.isObject() && !schema.toString().contains("\"binary\"")) {
                Set<String> known = known(description, schema);
                known.addAll(ASKED_FOR.getOrDefault(path.getKey(), Set.of()));
                LIFTING.forEach((field, value) -> {
                    if (!known.contains(field)) {
                        tried.add(path.getKey() + " " + field);
                        refused(path.getKey(), field, value).ifPresent(wrong::add);
                    }
                });
            }
        });
        LOG.info("{} lifting fields at addresses of the description", tried.size());
        assertThat(tried).hasSizeGreaterThan(200);
        assertThat(wrong).isEmpty();
        assertThat(rows()).isEqualTo(before);
    }

    private static Set<String> known(JsonNode description, JsonNode schema) {
        JsonNode meant = schema.has("$ref")
                ? description.at(schema.path("$ref").asString().substring(1))
                : schema;
        return meant.path("properties").propertyStream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** By the first for whom the address is at all; what is wrong, if it is anything but the field being named. */
    private Optional<String> refused(String address, String field, Object value) {
        String path = address.replace("/tasks/{id}", "/tasks/" + task)
                .replace("{id}", scene.caseId().toString())
                .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
        for (String who : ASKED) {
            Answer answer = Api.as(who)
                    .post(
                            path,
                            Map.of(field, value),
                            "Idempotency-Key",
                            UUID.randomUUID().toString());
            if (answer.status() == 422 && answer.text().contains("\"" + field + "\"")) {
                return Optional.empty();
            }
            if (!Set.of(401, 403).contains(answer.status())) {
                return Optional.of(address + " took " + field + " from " + who + ": " + answer.status());
            }
        }
        return Optional.of(address + " is for nobody");
    }

    /** Those who may most first, so that few are asked in vain. */
    private static final List<String> ASKED = Stream.concat(
                    Stream.of("station", "caseworker", "county", "supervisor", "admin", "education", "school"),
                    Scene.EVERYBODY.stream())
            .distinct()
            .toList();

    private static Map<String, Object> report() {
        return Map.of(
                "danger", "no",
                "worries", List.of("21"),
                "division", "450223102901",
                "childKnown", "no",
                "childName", "多余",
                "childSex", "1",
                "childAge", 9,
                "contactPhone", "0772-0000101",
                "insider", "no");
    }

    /** A form of a page takes what it shows: the same form without the extra fields is a report, restricted as it was. */
    @Test
    void refusesAFormWithMoreThanItShows() {
        Map<String, String> form = form();
        Map<String, String> more = new HashMap<>(form);
        UNASKED.forEach((field, value) -> more.put(field, String.valueOf(value)));
        List<Map<String, Object>> before = rows();
        Answer refused = Visitor.of("director").post("/report", more);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("这张表没有这一项");
        assertThat(rows()).isEqualTo(before);
        Answer taken = Visitor.of("director").post("/report", form);
        assertThat(taken.status()).as(taken.text()).isEqualTo(302);
        assertThat(database.sql("select sealed_class from report where id = ?")
                        .param(UUID.fromString(taken.header("Location").replaceFirst(".*/", "")))
                        .query(String.class)
                        .single())
                .isEqualTo("restricted");
    }

    private Map<String, String> form() {
        Map<String, String> form = new HashMap<>(Map.of(
                "_version",
                        database.sql("select max(version) from form_version where form = 'F01-report'")
                                .query(String.class)
                                .single(),
                "_key", UUID.randomUUID().toString(),
                "_draft", UUID.randomUUID().toString(),
                "danger", "no",
                "situations", "01",
                "told", "no",
                "childKnown", "no",
                "childName", "限定",
                "insider", "no"));
        form.putAll(
                Map.of("division", "450223102901", "contactPhone", "0772-0000101", "childAge", "8", "childSex", "2"));
        return form;
    }

    private List<Map<String, Object>> rows() {
        return List.of(
                database.sql(
                                "select division, sealed_class, state, responsible, lead, stage from case_file where id = ?")
                        .param(scene.caseId())
                        .query()
                        .singleRow(),
                database.sql("select assignee, state from inbox_task where id = ?")
                        .param(task)
                        .query()
                        .singleRow(),
                database.sql("select count(*) reports from report").query().singleRow(),
                database.sql("select count(*) people from person").query().singleRow());
    }
}

package org.shouwang.adversary;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.shouwang.testing.Api;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Four matters in two townships, made by the demo's own people through the API, with the rules for each by hand. */
final class Ground {

    private static final JdbcClient EVERYTHING = TestParts.everything();

    private Ground() {}

    static List<Scene> lay() {
        return List.of(inZhongdu(), inZhaisha(), inDanger(), restricted());
    }

    /** 中渡镇's own: the township that works on it, and the county above. */
    private static Scene inZhongdu() {
        Set<String> ours = Set.of("supervisor", "station", "caseworker", "county");
        return township(
                "director",
                "450223102901",
                "supervisor",
                "station",
                ours,
                new Scene.Turners(ours, ours, Set.of("supervisor", "county")),
                Set.of("director", "supervisor", "station", "caseworker", "county"),
                Set.of("supervisor", "station", "caseworker", "county"));
    }

    /** 寨沙镇's own. Nobody of 中渡镇 has anything to do with it. */
    private static Scene inZhaisha() {
        Set<String> ours = Set.of("supervisor2", "station2", "caseworker", "county");
        return township(
                "station2",
                "450223103901",
                "supervisor2",
                "station2",
                ours,
                new Scene.Turners(ours, ours, Set.of("supervisor2", "county")),
                ours,
                ours);
    }

    /** Danger now in 竹岭村, seen by the grid worker: the county's duty has it, the township sees it, police are told. */
    private static Scene inDanger() {
        Set<String> ours = Set.of("supervisor", "station", "caseworker", "county");
        String child = name();
        UUID report = report("grid", "450223102901", child, Map.of("danger", "yes", "policeCalled", "no"));
        claimAll("caseworker", child);
        return scene(
                child,
                report,
                ours,
                new Scene.Turners(ours, ours, Set.of("supervisor", "county")),
                ours,
                Set.of("director", "supervisor", "station", "caseworker", "county"),
                Set.of("supervisor", "station", "caseworker", "county"),
                Set.of("supervisor", "station", "caseworker", "county", "police"),
                "grid");
    }

    /** The first of the nine: for the county's protection body and the police, and in nobody's register. */
    private static Scene restricted() {
        Set<String> ours = Set.of("caseworker", "county", "police");
        Set<String> county = Set.of("caseworker", "county");
        String child = name();
        UUID report = report(
                "director", "450223102901", child, Map.of("danger", "no", "situations", List.of("01"), "told", "no"));
        claimAll("caseworker", child);
        return scene(
                child,
                report,
                ours,
                new Scene.Turners(county, county, Set.of("county")),
                ours,
                Set.of(),
                Set.of(),
                ours,
                "director");
    }

    private static Scene township(
            String reporter,
            String village,
            String supervisor,
            String station,
            Set<String> ours,
            Scene.Turners turners,
            Set<String> keepers,
            Set<String> finders) {
        String child = name();
        UUID report = report(reporter, village, child, Map.of("danger", "no"));
        complete(supervisor, "triage", child);
        claimAll(station, child);
        return scene(child, report, ours, turners, ours, keepers, finders, ours, reporter);
    }

    private static Scene scene(
            String child,
            UUID report,
            Set<String> readers,
            Scene.Turners turners,
            Set<String> workers,
            Set<String> keepers,
            Set<String> finders,
            Set<String> hearers,
            String reporter) {
        UUID caseId = one("select case_id from report where id = ?", report);
        UUID person = one("select main_person from case_file where id = ?", caseId);
        UUID photo = one("select id from attachment where subject_id = ?", caseId);
        return new Scene(
                child,
                report,
                caseId,
                person,
                photo,
                texts("select cast(id as text) from form_record where subject_id in (?, ?)", caseId, report),
                texts(
                        "select id from inbox_task where subject_id in (?, ?) and state = 'open' and not external",
                        caseId,
                        report),
                readers,
                turners,
                workers,
                keepers,
                finders,
                hearers,
                reporter);
    }

    /** A name that stands nowhere else, so that a page that carries it tells of this child. */
    private static String name() {
        return "敌"
                + UUID.randomUUID()
                        .toString()
                        .substring(0, 8)
                        .replaceAll("[0-9]", "童")
                        .replaceAll("[a-f-]", "遥") + System.nanoTime() % 100_000;
    }

    private static UUID report(String reporter, String village, String child, Map<String, Object> about) {
        String photo =
                Visitor.of(reporter).upload("/report/files", UUID.randomUUID().toString(), picture());
        Map<String, Object> body = new HashMap<>(Map.of(
                "division",
                village,
                "childKnown",
                "no",
                "childName",
                child,
                "childSex",
                "1",
                "childAge",
                9,
                "contactPhone",
                "0772-0000101",
                "insider",
                "no",
                "worries",
                List.of("21"),
                "files",
                List.of(photo)));
        body.putAll(about);
        Api.Answer answer = Api.as(reporter)
                .post(
                        "/api/v1/reports",
                        body,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return UUID.fromString(answer.json().get("id").asString());
    }

    private static byte[] picture() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void complete(String who, String task, String child) {
        for (JsonNode row : tasks(who)) {
            if (row.path("about").asString().equals(child)
                    && row.path("task").asString().equals(task)) {
                String path = "/api/v1/tasks/" + row.path("id").asString();
                Api.as(who).post(path + "/claim", "");
                Map<String, String> answers =
                        Map.of("outcome", "accept", "grade", "3", "lead", "township", "reason", "先了解。");
                Api.Answer answer = Api.as(who).post(path + "/complete", answers);
                assertThat(answer.status()).as(answer.text()).isEqualTo(200);
                return;
            }
        }
        throw new IllegalStateException("No " + task + " for " + who);
    }

    /** Held by somebody: nobody else is called to it while the doors are tried. */
    private static void claimAll(String who, String child) {
        for (JsonNode row : tasks(who)) {
            if (row.path("about").asString().equals(child)) {
                Api.as(who).post("/api/v1/tasks/" + row.path("id").asString() + "/claim", "");
            }
        }
    }

    private static List<JsonNode> tasks(String who) {
        return List.of("mine", "team").stream()
                .flatMap(box -> Pages.of(who, box).stream())
                .toList();
    }

    private static UUID one(String sql, UUID id) {
        return EVERYTHING.sql(sql).param(id).query(UUID.class).list().get(0);
    }

    private static List<String> texts(String sql, UUID... ids) {
        return EVERYTHING.sql(sql).params((Object[]) ids).query(String.class).list();
    }
}

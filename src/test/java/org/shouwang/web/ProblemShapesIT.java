package org.shouwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;

/** Every way of failing answers in one shape: filter chain, dispatcher, handler, container. */
@ShouwangTest
class ProblemShapesIT {

    @Test
    void answersAMissingAndAForgedTokenWith401() {
        assertProblem(Api.anonymous().get("/api/v1/tasks?box=mine"), 401, "unauthenticated");
        assertProblem(
                Api.anonymous().get("/api/v1/tasks?box=mine", "Authorization", "Bearer x.y.z"), 401, "unauthenticated");
    }

    @Test
    void answersWhatIsNotThereWith404() {
        assertProblem(Api.as("director").get("/api/v1/nothing"), 404, "not-found");
        assertProblem(Api.as("director").get("/api/v1/attachments/" + UUID.randomUUID()), 403, "forbidden");
        assertProblem(Api.as("supervisor").get("/api/v1/attachments/" + UUID.randomUUID()), 404, "not-found");
        assertProblem(Api.as("supervisor").get("/api/v1/attachments/1"), 400, "malformed");
    }

    @Test
    void answersAWrongMethodAndAWrongContentTypeInTheSameShape() {
        assertProblem(Api.as("supervisor").delete("/api/v1/attachments"), 405, "method-not-allowed");
        assertProblem(Api.as("supervisor").post("/api/v1/attachments", "{}"), 415, "unsupported-media-type");
    }

    @Test
    void saysInWordsWhatAPostMayNotDoAndKeepsTheRuleForSupport() {
        Api.Answer refused = Api.as("grid").get("/api/v1/persons/" + UUID.randomUUID());
        assertProblem(refused, 403, "forbidden");
        assertThat(refused.json().path("detail").asString()).isEqualTo("你的岗位不能查看人员档案。");
        assertThat(refused.json().path("rule").asString()).isEqualTo("person.read");
        Api.Answer english = Api.as("grid").get("/api/v1/persons/" + UUID.randomUUID(), "Accept-Language", "en");
        assertThat(english.json().path("detail").asString()).isEqualTo("Your post may not see people’s files.");
    }

    @Test
    void saysHowManyMayBeAskedFor() {
        for (String path :
                List.of("/api/v1/tasks?box=mine&limit=0", "/api/v1/cases?limit=0", "/api/v1/cases?limit=101")) {
            Api.Answer answer = Api.as("supervisor").get(path);
            assertProblem(answer, 400, "bad-limit");
            assertThat(answer.json().path("detail").asString()).isEqualTo("一次取 1 到 100 条。");
        }
        assertProblem(
                Api.as("supervisor").post("/api/v1/persons/search", Map.of("q", "韦", "limit", 0)), 400, "bad-limit");
    }

    @Test
    void answersAnAddressThatIsNoneInTheSameShape() throws IOException {
        String answer = raw("GET /api/v1/public/reports/%00 HTTP/1.1");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "\"code\":\"malformed\"");
        assertThat(raw("GET /inbox/%00 HTTP/1.1")).startsWith("HTTP/1.1 400").contains("发来的内容读不懂");
        assertThat(raw("GET /api/v1/[] HTTP/1.1")).startsWith("HTTP/1.1 400").doesNotContain("Tomcat");
    }

    @Test
    void namesTheFieldThatIsUnknownOrOfAnotherKind() {
        Map<String, Object> child = Map.of("name", "阿名", "division", "450223102901", "idReason", "unknown");
        Map<String, Object> more = new HashMap<>(child);
        more.put("nickname", "小名");
        assertFieldProblem(Api.as("supervisor").post("/api/v1/persons", more), "nickname", "unknown-field");
        assertFieldProblem(
                Api.as("supervisor").post("/api/v1/persons/search", Map.of("name", "韦")), "name", "unknown-field");
        assertFieldProblem(
                Api.as("supervisor").post("/api/v1/cases/search", Map.of("name", "韦")), "name", "unknown-field");
        assertFieldProblem(
                Api.as("supervisor").post("/api/v1/cases/" + UUID.randomUUID() + "/review", Map.of("why", "x")),
                "why",
                "unknown-field");
        assertFieldProblem(
                Api.as("supervisor").post("/api/v1/tasks/x/reassign", Map.of("to", UUID.randomUUID())),
                "to",
                "unknown-field");
        assertFieldProblem(
                Api.as("supervisor").post("/api/v1/persons", Map.of("birthDate", "春天")), "birthDate", "type");
    }

    @Test
    void refusesMoreThanABodyMayHold() {
        String large = "{\"q\":\"" + "长".repeat(400_000) + "\"}";
        assertTooLarge(Api.as("supervisor").post("/api/v1/persons/search", large));
        InputStream chunks = new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8));
        assertTooLarge(Api.as("supervisor")
                .send("POST", "/api/v1/persons/search", BodyPublishers.ofInputStream(() -> chunks)));
        String huge = "{\"narrative\":\"" + "x".repeat(30_000_000) + "\"}";
        assertTooLarge(Api.as("director").post("/api/v1/reports", huge, "Idempotency-Key", "x"));
        assertProblem(Api.anonymous().post("/api/v1/reports", huge), 401, "unauthenticated");
    }

    @Test
    void refusesAFormLargerThanAnyOfOurs() {
        Api.Answer answer = Api.anonymous()
                .send(
                        "POST",
                        "/track",
                        BodyPublishers.ofString("code=" + "x".repeat(3_000_000)),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text()).contains("内容太大");
    }

    @Test
    void takesTheLongestNarrativeToItsFieldsOwnLimit() {
        Api.Answer answer = Api.as("director")
                .post(
                        "/api/v1/reports",
                        Map.of("narrative", "\uD842\uDFB7".repeat(50_000)),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("errors").toString()).contains("narrative", "too-long");
    }

    private static void assertTooLarge(Api.Answer answer) {
        assertProblem(answer, 413, "body-too-large");
        assertThat(answer.json().path("detail").asString()).startsWith("内容太大，最多 1,024 KB");
    }

    private static void assertFieldProblem(Api.Answer answer, String path, String code) {
        assertProblem(answer, 422, "invalid");
        assertThat(answer.json().at("/errors/0/path").asString()).isEqualTo(path);
        assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(code);
        assertThat(answer.json().at("/errors/0/message").asString()).isNotEqualTo(code);
    }

    /** What no client library would send. */
    private static String raw(String line) throws IOException {
        URI address = URI.create(TestParts.running().address());
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertProblem(Api.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
        assertThat(answer.json().path("errors").isArray()).isTrue();
        assertThat(answer.json().path("detail").asString()).isNotEmpty();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
}

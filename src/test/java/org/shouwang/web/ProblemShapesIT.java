package org.shouwang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api;
import org.shouwang.testing.ShouwangTest;

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

    private static void assertProblem(Api.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
        assertThat(answer.json().path("errors").isArray()).isTrue();
        assertThat(answer.json().path("detail").asString()).isNotEmpty();
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }
}

package org.shouwang.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwang.testing.Api;
import tools.jackson.databind.JsonNode;

/** One of the demo's people who works through another program: the API, with a token of one's own. */
record Colleague(String username) {

    /** A timer is looked for every five seconds. */
    private static final Duration ROUNDS = Duration.ofSeconds(30);

    /** What a report about a child in 竹岭村 says besides what the story is about. */
    private static final Map<String, Object> USUAL = Map.of(
            "danger", "no",
            "division", "450223102901",
            "childKnown", "no",
            "childSex", "1",
            "childAge", 12,
            "contactPhone", "0772-0000111",
            "insider", "no");

    private Api api() {
        return Api.as(username);
    }

    /** Sends a report and gives its tracking code. */
    String reports(Map<String, ?> about) {
        Map<String, Object> answers = new HashMap<>(USUAL);
        answers.putAll(about);
        Api.Answer answer = api().post(
                        "/api/v1/reports",
                        answers,
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path("trackingCode").asString();
    }

    /** Whether a task is in one of the boxes now. */
    boolean sees(String task, String about) {
        return find(task, about).isPresent();
    }

    private Optional<JsonNode> find(String task, String about) {
        for (String box : new String[] {"mine", "team"}) {
            String after = "";
            do {
                JsonNode page =
                        api().get("/api/v1/tasks?limit=100&box=" + box + after).json();
                for (JsonNode row : page.path("items")) {
                    if (row.path("task").asString().equals(task)
                            && (row.path("about").asString().equals(about)
                                    || row.path("number").asString().equals(about))) {
                        return Optional.of(row);
                    }
                }
                after = page.hasNonNull("next") ? "&after=" + page.path("next").asString() : "";
            } while (!after.isEmpty());
        }
        return Optional.empty();
    }

    /** Waits for a task about somebody, takes it and completes it. */
    void does(String task, String about, Map<String, ?> answers) {
        Api.Answer answer = complete(take(task, about), answers);
        assertThat(answer.status()).as(task + " " + answer.text()).isEqualTo(200);
    }

    /** As {@link #does}, but the answers must be refused; gives what is wrong with which field. */
    String doesInVain(String task, String about, Map<String, ?> answers) {
        Api.Answer answer = complete(take(task, about), answers);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.json().path("errors").toString();
    }

    /** Waits for a task about somebody and takes it; gives its id. */
    String take(String task, String about) {
        JsonNode row = await().atMost(ROUNDS)
                .until(() -> find(task, about), Optional::isPresent)
                .orElseThrow();
        String id = row.path("id").asString();
        Api.Answer claimed = api().post("/api/v1/tasks/" + id + "/claim", "");
        assertThat(claimed.status()).as(claimed.text()).isEqualTo(200);
        return id;
    }

    private Api.Answer complete(String id, Map<String, ?> answers) {
        return api().post("/api/v1/tasks/" + id + "/complete", answers);
    }

    /** The status with which a claim of somebody's task is answered. */
    int claims(String id) {
        return api().post("/api/v1/tasks/" + id + "/claim", "").status();
    }

    /** The number of the case a task about somebody belongs to. */
    String numberOf(String task, String about) {
        return await().atMost(ROUNDS)
                .until(() -> find(task, about), Optional::isPresent)
                .orElseThrow()
                .path("number")
                .asString();
    }

    /** The case with this number. */
    JsonNode file(String number) {
        JsonNode found = api().post("/api/v1/cases/search", Map.of("q", number, "state", "all"))
                .json()
                .path("items");
        assertThat(found).hasSize(1);
        return api().get("/api/v1/cases/" + found.get(0).path("file").path("id").asString())
                .json();
    }

    /** The timeline of a case, as it is told to this person. */
    String diary(String number) {
        String id = file(number).path("file").path("id").asString();
        return api().get("/api/v1/cases/" + id + "/journal?limit=100").text();
    }

    /** The clocks that run for a case, by key. */
    Map<String, List<JsonNode>> clocks(String number) {
        return part(number, "clocks").valueStream().collect(Collectors.groupingBy(clock -> clock.path("key")
                .asString()));
    }

    /** Whether each run of a process for a case still runs, the oldest first. */
    List<Boolean> runs(String number, String process) {
        return part(number, "process")
                .valueStream()
                .filter(run -> run.path("process").asString().equals(process))
                .map(run -> !run.hasNonNull("endedAt"))
                .toList();
    }

    /** What the API lists of a case. */
    JsonNode part(String number, String part) {
        String id = file(number).path("file").path("id").asString();
        return api().get("/api/v1/cases/" + id + "/" + part).json().path("items");
    }

    /** Turns the course of a case: {@code review}, {@code reopen}, {@code new-harm}; gives the status. */
    int turns(String number, String turn, String reason) {
        String id = file(number).path("file").path("id").asString();
        return api().post("/api/v1/cases/" + id + "/" + turn, Map.of("reason", reason))
                .status();
    }

    /** What anybody is told who has the code. */
    static String tracked(String code) {
        return Api.anonymous()
                .get("/api/v1/public/reports/" + code)
                .json()
                .path("state")
                .asString();
    }
}

package org.shouwang.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.shouwang.testing.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * People at work on several nodes: two who report, each report under a key of its own, and one who decides about what
 * came in. A node that does not answer is asked again through another, with the same key and the same words, as a
 * proxy and a patient person would. Remembers what was acknowledged.
 */
final class Load {

    private static final int REPORTERS = 2;
    private static final int PATIENCE_ROUNDS = 1000;
    private static final int REST_MILLIS = 200;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<String, String> reports = new ConcurrentHashMap<>();
    private final Set<String> completed = ConcurrentHashMap.newKeySet();
    private final Set<String> begun = ConcurrentHashMap.newKeySet();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final List<String> nodes;
    private final String issuer;
    private volatile boolean on;

    Load(List<String> nodes, String issuer) {
        this.nodes = List.copyOf(nodes);
        this.issuer = issuer;
    }

    void begin() {
        on = true;
        for (int i = 0; i < REPORTERS; i++) {
            thread("reporter-" + i, () -> report(UUID.randomUUID().toString()));
        }
        thread("supervisor", this::triage);
    }

    private void thread(String name, Runnable work) {
        Thread thread = new Thread(() -> onAndOn(work), name);
        threads.add(thread);
        thread.start();
    }

    private void onAndOn(Runnable work) {
        try {
            while (on) {
                work.run();
                rest();
            }
        } catch (RuntimeException e) {
            surprises.add(e.toString());
        }
    }

    /** Lets everybody finish what is in hand. */
    void end() throws InterruptedException {
        on = false;
        for (Thread thread : threads) {
            thread.join();
        }
        threads.clear();
    }

    /** The reports somebody was told have arrived, by id. */
    Collection<String> reports() {
        return reports.values();
    }

    /** The tasks somebody was told are done. */
    Set<String> completed() {
        return completed;
    }

    /** The tasks somebody sent an answer to, told or not. */
    Set<String> begun() {
        return begun;
    }

    /** Answers nobody should get, whatever happens to a node. */
    Collection<String> surprises() {
        return surprises;
    }

    /** Sends a report until a node takes it, and gives the whole answer. */
    String report(String key) {
        HttpResponse<String> answer =
                ask("director", "POST", "/api/v1/reports", words(key), Map.of("Idempotency-Key", key));
        if (answer.statusCode() == 201) {
            reports.put(key, JSON.readTree(answer.body()).get("id").asString());
        } else {
            surprises.add("report: " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private void triage() {
        HttpResponse<String> page = ask("supervisor", "GET", "/api/v1/tasks?box=team&limit=20", Map.of(), Map.of());
        if (page.statusCode() != 200) {
            surprises.add("inbox: " + page.statusCode() + " " + page.body());
            return;
        }
        Optional<JsonNode> first = JSON.readTree(page.body())
                .get("items")
                .valueStream()
                .filter(task -> task.get("form").asString().equals("S01-triage"))
                .filter(task -> task.get("assignee").isNull())
                .findFirst();
        first.map(task -> task.get("id").asString()).ifPresent(this::decide);
    }

    private void decide(String task) {
        HttpResponse<String> claimed =
                ask("supervisor", "POST", "/api/v1/tasks/" + task + "/claim", Map.of(), Map.of());
        begun.add(task);
        HttpResponse<String> done =
                ask("supervisor", "POST", "/api/v1/tasks/" + task + "/complete", decision(task), Map.of());
        // 409: the answer to the first attempt was lost on the way, what it did was not.
        if (done.statusCode() == 200 || done.statusCode() == 409 && done.body().contains("task-done")) {
            completed.add(task);
        } else {
            surprises.add("task: " + claimed.statusCode() + ", " + done.statusCode() + " " + done.body());
        }
    }

    /** Writes down a person with this telephone, which is sealed, and gives the id. */
    String person(String phone) {
        String key = UUID.randomUUID().toString();
        Map<String, Object> person = Map.of(
                "name", "阿封" + key.substring(0, 4),
                "sex", "1",
                "birthDate", "1990-01-01",
                "idReason", "unknown",
                "division", "450223102901",
                "phone", phone);
        HttpResponse<String> answer = ask("station", "POST", "/api/v1/persons", person, Map.of("Idempotency-Key", key));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body()).get("id").asString();
    }

    String phone(String person) {
        return JSON.readTree(ask("station", "GET", "/api/v1/persons/" + person, Map.of(), Map.of())
                        .body())
                .path("phone")
                .asString();
    }

    private HttpResponse<String> ask(
            String who, String method, String path, Map<String, Object> body, Map<String, String> headers) {
        for (int i = 0; i < PATIENCE_ROUNDS; i++) {
            String node = nodes.get(Math.floorMod(path.hashCode() + headers.hashCode() + i, nodes.size()));
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node + path))
                    .timeout(Duration.ofSeconds(30))
                    .header("Authorization", "Bearer " + Tokens.of(who, issuer))
                    .header("Content-Type", "application/json")
                    .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
            headers.forEach(request::header);
            try {
                HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
                if (answer.statusCode() != 503) {
                    return answer;
                }
            } catch (IOException e) {
                rest(); // it is dead, or not up yet
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new IllegalStateException("nobody answers " + path);
    }

    private static void rest() {
        try {
            Thread.sleep(REST_MILLIS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> words(String key) {
        return Map.of(
                "danger", "no",
                "division", "450223102901",
                "childKnown", "no",
                "childName", "阿宝" + key.substring(0, 4),
                "childSex", "1",
                "childAge", 10,
                "contactPhone", "0772-0000111",
                "insider", "no",
                "worries", List.of("21"));
    }

    /** Every other report becomes a case, the rest is answered at once. */
    private static Map<String, Object> decision(String task) {
        return task.hashCode() % 2 == 0
                ? Map.of("outcome", "accept", "grade", "3", "lead", "township", "reason", "先了解情况。")
                : Map.of("outcome", "consult", "answer", "已经答复。", "reason", "只是咨询。");
    }
}

package org.shouwang.launch;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The product's own API, as one of the demo users. */
final class DemoApi {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient client = HttpClient.newHttpClient();
    private final String application;
    private final String issuer;
    private final Map<String, String> tokens = new HashMap<>();

    DemoApi(String application, String issuer) {
        this.application = application;
        this.issuer = issuer;
    }

    void report(String user, String key, ObjectNode answers) throws IOException, InterruptedException {
        send(user, "/api/v1/reports", answers, key);
    }

    /** Takes and completes the open task of this key that is about this child. */
    void complete(String user, String task, String child, ObjectNode answers) throws IOException, InterruptedException {
        JsonNode found = find(user, task, child, "mine")
                .or(() -> find(user, task, child, "team"))
                .orElseThrow(() -> new IllegalStateException("no task " + task + " for " + user));
        String path = "/api/v1/tasks/" + found.get("id").asString();
        send(user, path + "/claim", null, null);
        send(user, path + "/complete", answers, null);
    }

    /** Does something to the open case of this child. */
    void act(String user, String act, String child, String reason) throws IOException, InterruptedException {
        ObjectNode question = JSON.createObjectNode().put("q", child);
        JsonNode found = send(user, "/api/v1/cases/search", question, null).at("/items/0/file/id");
        send(
                user,
                "/api/v1/cases/" + found.asString() + "/" + act,
                JSON.createObjectNode().put("reason", reason),
                null);
    }

    private Optional<JsonNode> find(String user, String task, String child, String box) {
        try {
            return send(user, "/api/v1/tasks?limit=100&box=" + box, null, "")
                    .get("items")
                    .valueStream()
                    .filter(row -> row.get("task").asString().equals(task))
                    .filter(row -> row.get("about").asString().equals(child))
                    .findFirst();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** @param key idempotency key of a POST; null for one without, empty for a GET */
    private JsonNode send(String user, String path, @Nullable ObjectNode body, @Nullable String key)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(application + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token(user))
                .header("Content-Type", "application/json");
        if (key != null && key.isEmpty()) {
            request.GET();
        } else {
            request.POST(HttpRequest.BodyPublishers.ofString(body == null ? "" : body.toString()));
            if (key != null) {
                request.header("Idempotency-Key", key);
            }
        }
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path.replaceAll("[0-9a-f-]{36}", "…") + " answered " + answer.statusCode());
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }

    /** One login a person: hashing a password takes longer than most steps. */
    private String token(String user) throws IOException, InterruptedException {
        String known = tokens.get(user);
        if (known == null) {
            known = logIn(user);
            tokens.put(user, known);
        }
        return known;
    }

    private String logIn(String user) throws IOException, InterruptedException {
        String form = Map.of(
                        "grant_type", "password",
                        "client_id", "shouwang-cli",
                        "username", user,
                        "password", "shouwang-demo-only")
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        String answer =
                client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return JSON.readTree(answer).get("access_token").asString();
    }
}

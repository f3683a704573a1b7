package org.shouwang.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** Calls the application's API as one of the demo's people, over HTTP. */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final @Nullable String username;

    private Api(@Nullable String username) {
        this.username = username;
    }

    public static Api as(String username) {
        return new Api(username);
    }

    /** Without a token. */
    public static Api anonymous() {
        return new Api(null);
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /**
     * Posts JSON.
     *
     * @param body a map, a record, a {@link JsonNode}; a string goes as it is
     * @param headers name, value, name, value …
     */
    public Answer post(String path, Object body, String... headers) {
        return send("POST", path, json(body), headers);
    }

    /** Posts JSON that makes something new, under a key of its own. */
    public Answer create(String path, Object body) {
        return post(path, body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    /** Sends a file as a form does, under this key. */
    public Answer upload(String path, UUID subject, String name, byte[] content, String key) {
        String edge = "edge-of-the-test";
        byte[] head = ("--" + edge + "\r\nContent-Disposition: form-data; name=\"subject\"\r\n\r\n" + subject + "\r\n--"
                        + edge + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + edge + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return send(
                "POST",
                path,
                BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head),
                        BodyPublishers.ofByteArray(content),
                        BodyPublishers.ofByteArray(tail)),
                "Content-Type",
                "multipart/form-data; boundary=" + edge,
                "Idempotency-Key",
                key);
    }

    public Answer put(String path, Object body, String... headers) {
        return send("PUT", path, json(body), headers);
    }

    public Answer delete(String path, String... headers) {
        return send("DELETE", path, BodyPublishers.noBody(), headers);
    }

    /** A file as it comes; empty when the answer is anything but 200. */
    public byte[] download(String path) {
        HttpResponse<byte[]> answer = sent(request("GET", path, BodyPublishers.noBody()), BodyHandlers.ofByteArray());
        return answer.statusCode() == 200 ? answer.body() : new byte[0];
    }

    /** Any method with any body; {@code headers} name the content type. */
    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        return new Answer(sent(request(method, path, body, headers), BodyHandlers.ofString()));
    }

    private HttpRequest request(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(TestParts.running().address() + path))
                .timeout(PATIENCE)
                .method(method, body)
                .setHeader("Content-Type", "application/json");
        if (username != null) {
            request.setHeader("Authorization", "Bearer " + Tokens.of(username));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    private static BodyPublisher json(Object body) {
        return BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
    }

    private static <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request, handler);
        } catch (IOException e) {
            throw new IllegalStateException("The application does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What came back. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String text() {
            return response.body();
        }

        /** The body as JSON; a missing node when it is none. */
        public JsonNode json() {
            String type = response.headers().firstValue("Content-Type").orElse("");
            return type.contains("json") ? JSON.readTree(text()) : MissingNode.getInstance();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }
}

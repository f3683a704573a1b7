package org.shouwang.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Real tokens of the demo's people, from the real Keycloak. */
public final class Tokens {

    /** The password of everybody in the demo. */
    public static final String PASSWORD = "shouwang-demo-only";

    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, Token> KEPT = new ConcurrentHashMap<>();

    private Tokens() {}

    /** A token of this demo user that holds for another minute at least. */
    public static String of(String username) {
        return of(username, TestParts.running().issuer());
    }

    /** The same of another Keycloak. One at a time: Keycloak takes two logins at once for an attack. */
    public static synchronized String of(String username, String issuer) {
        Token kept = KEPT.get(issuer + username);
        if (kept == null || kept.until().isBefore(Instant.now())) {
            kept = fetch(username, issuer);
            KEPT.put(issuer + username, kept);
        }
        return kept.value();
    }

    private static Token fetch(String username, String issuer) {
        String form = "grant_type=password&client_id=shouwang-cli&scope=openid&username=" + username + "&password="
                + PASSWORD;
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("No token for " + username + ": " + response.body());
            }
            JsonNode body = JSON.readTree(response.body());
            Instant until =
                    Instant.now().plusSeconds(body.get("expires_in").asLong()).minus(MARGIN);
            return new Token(body.get("access_token").asString(), until);
        } catch (IOException e) {
            throw new IllegalStateException("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private record Token(String value, Instant until) {}
}

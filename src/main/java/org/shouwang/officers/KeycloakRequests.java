package org.shouwang.officers;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks Keycloak's admin API, as the client {@code shouwang-provisioner}, who may manage accounts and nothing else. */
@Component
class KeycloakRequests {

    private static final Logger LOG = LoggerFactory.getLogger(KeycloakRequests.class);
    private static final String CLIENT = "shouwang-provisioner";
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final String REALMS = "/realms/";

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final String issuer;
    private final String realm;
    private final String secret;

    KeycloakRequests(
            @Value("${shouwang.issuer}") String issuer,
            @Value("${shouwang.keycloak-admin}") String admin,
            @Value("${shouwang.provisioner-secret}") String secret) {
        this.issuer = issuer;
        int split = issuer.lastIndexOf(REALMS);
        String server = admin.isBlank() ? issuer.substring(0, Math.max(split, 0)) : admin;
        this.realm = server + "/admin" + issuer.substring(Math.max(split, 0));
        this.secret = secret;
        if (secret.isBlank()) {
            LOG.warn("SHOUWANG_PROVISIONER_SECRET is not set: officers work here, but their accounts at Keycloak are"
                    + " not opened or closed until it is");
        }
    }

    /** One answer to several questions needs one token only. */
    String token() {
        if (secret.isBlank()) {
            throw KeycloakFailure.away("no-secret");
        }
        String form = "grant_type=client_credentials&client_id=" + CLIENT + "&client_secret="
                + URLEncoder.encode(secret, StandardCharsets.UTF_8);
        HttpResponse<String> answer = send(request(issuer + "/protocol/openid-connect/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() != 200) {
            throw KeycloakFailure.away("login-" + answer.statusCode());
        }
        return json.readTree(answer.body()).get("access_token").asString();
    }

    JsonNode get(String path, String token) {
        return json.readTree(ask("GET", path, null, token).body());
    }

    void send(String method, String path, @Nullable Object body, String token) {
        ask(method, path, body, token);
    }

    private HttpResponse<String> ask(String method, String path, @Nullable Object body, String token) {
        BodyPublisher sent =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json.writeValueAsString(body));
        HttpResponse<String> answer = send(request(realm + path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, sent));
        int status = answer.statusCode();
        if (status == 401 || status == 403 || status >= 500) {
            throw KeycloakFailure.away("answer-" + status);
        }
        if (status >= 300) {
            throw KeycloakFailure.refused("answer-" + status);
        }
        return answer;
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw KeycloakFailure.away("no-answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw KeycloakFailure.away("interrupted");
        }
    }
}

package org.shouwang.launch;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the local realm's web client in step with this run: its port and its secret. */
final class KeycloakAdmin {

    static final String CLIENT = "shouwang-launch";
    static final String SECRET = "keycloak-admin";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final KeycloakPlace place;
    private final String adminSecret;

    KeycloakAdmin(KeycloakPlace place, Secrets secrets) {
        this.place = place;
        this.adminSecret = secrets.get(SECRET);
    }

    /** Whether the realm answers. */
    boolean answers() throws InterruptedException {
        try {
            return send(request(place.issuer() + "/.well-known/openid-configuration"))
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** An import leaves an existing realm alone, so what has changed since is set here. */
    void align(RealmImport realm) throws IOException, InterruptedException {
        String token = token();
        String clients = place.server() + "/admin/realms/" + RealmImport.REALM + "/clients";
        JsonNode found = read(authorized(clients + "?clientId=" + RealmImport.WEB_CLIENT, token))
                .get(0);
        ObjectNode wanted = (ObjectNode) found.deepCopy();
        realm.address(wanted);
        if (wanted.equals(found)) {
            return;
        }
        HttpRequest.Builder put = authorized(clients + "/" + found.get("id").asString(), token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json.writeValueAsString(wanted)));
        expectSuccess(send(put));
    }

    private String token() throws IOException, InterruptedException {
        String form = "grant_type=client_credentials&client_id=" + CLIENT + "&client_secret="
                + URLEncoder.encode(adminSecret, StandardCharsets.UTF_8);
        return read(request(place.server() + "/realms/master/protocol/openid-connect/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .get("access_token")
                .asString();
    }

    private JsonNode read(HttpRequest.Builder request) throws IOException, InterruptedException {
        return json.readTree(expectSuccess(send(request)).body());
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
    }

    private static HttpRequest.Builder authorized(String address, String token) {
        return request(address).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private static HttpResponse<String> expectSuccess(HttpResponse<String> response) throws IOException {
        if (response.statusCode() / 100 != 2) {
            throw new IOException("Keycloak answered " + response.statusCode() + " to "
                    + response.uri().getPath());
        }
        return response;
    }
}

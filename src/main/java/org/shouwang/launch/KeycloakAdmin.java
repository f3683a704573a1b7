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
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the local realm's clients in step with this run: port, secrets, and what an older realm has not got yet. */
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
        for (JsonNode client : realm.merged().get("clients")) {
            String id = client.get("clientId").asString();
            if (id.equals(RealmImport.WEB_CLIENT) || RealmImport.PROGRAMS.contains(id)) {
                align(realm, client, token);
            }
        }
        grant("service-account-" + LocalKeycloak.PROVISIONER, "manage-users", token);
    }

    private void align(RealmImport realm, JsonNode wanted, String token) throws IOException, InterruptedException {
        JsonNode found = client(wanted.get("clientId").asString(), token);
        if (found == null) {
            write("POST", "/clients", wanted, token);
            return;
        }
        ObjectNode settled = (ObjectNode) found.deepCopy();
        realm.settle(settled);
        if (!settled.equals(found)) {
            write("PUT", "/clients/" + found.get("id").asString(), settled, token);
        }
    }

    /** A client made here, in a realm older than it, has its login but no right yet. */
    private void grant(String username, String role, String token) throws IOException, InterruptedException {
        JsonNode management = Objects.requireNonNull(client("realm-management", token));
        JsonNode user = read(authorized(realm() + "/users?exact=true&username=" + username, token))
                .get(0);
        String mappings = "/users/" + user.get("id").asString() + "/role-mappings/clients/"
                + management.get("id").asString();
        for (JsonNode available : read(authorized(realm() + mappings + "/available", token))) {
            if (available.get("name").asString().equals(role)) {
                write("POST", mappings, json.createArrayNode().add(available), token);
            }
        }
    }

    private @Nullable JsonNode client(String id, String token) throws IOException, InterruptedException {
        return read(authorized(realm() + "/clients?clientId=" + id, token)).get(0);
    }

    private void write(String method, String path, JsonNode body, String token)
            throws IOException, InterruptedException {
        expectSuccess(send(authorized(realm() + path, token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(json.writeValueAsString(body)))));
    }

    private String realm() {
        return place.server() + "/admin/realms/" + RealmImport.REALM;
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

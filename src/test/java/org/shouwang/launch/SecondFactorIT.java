package org.shouwang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwang.testing.Api.Answer;
import org.shouwang.testing.ShouwangTest;
import org.shouwang.testing.TestParts;
import org.shouwang.testing.Tokens;
import org.shouwang.testing.Visitor;
import tools.jackson.databind.json.JsonMapper;

/** The realm's login as production has it: whoever holds {@code second-factor} is asked for one, in the real Keycloak. */
@ShouwangTest
class SecondFactorIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private String token;

    @BeforeEach
    void administer() {
        String form = Visitor.encoded(Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                KeycloakAdmin.CLIENT,
                "client_secret",
                TestParts.secrets().get(KeycloakAdmin.SECRET)));
        token = Visitor.nobody()
                .follow(Visitor.request(server() + "/realms/master/protocol/openid-connect/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .json()
                .get("access_token")
                .asString();
    }

    @Test
    void isAskedOfWhoeverHoldsTheRole() {
        String name = somebody("second-factor");
        Answer asked = Visitor.nobody().enter(name);
        assertThat(asked.response().uri().toString())
                .startsWith(TestParts.running().issuer());
        assertThat(asked.text()).contains("totpSecret");
    }

    @Test
    void isNotAskedOfAVillage() {
        Answer in = Visitor.nobody().enter(somebody("child-director"));
        assertThat(in.response().uri().toString())
                .startsWith(TestParts.running().address());
    }

    @Test
    void hasNoWayAround() {
        for (String client : List.of("admin-cli", "shouwang-web", "account", "security-admin-console")) {
            String form = Visitor.encoded(Map.of(
                    "grant_type", "password", "client_id", client, "username", "county", "password", Tokens.PASSWORD));
            Answer answer = Visitor.nobody()
                    .follow(Visitor.request(TestParts.running().issuer() + "/protocol/openid-connect/token")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(form)));
            assertThat(answer.status()).as(client).isIn(400, 401);
        }
    }

    /** Somebody new in the realm, with this role. */
    private String somebody(String role) {
        String name = "login-" + UUID.randomUUID();
        send(
                "/users",
                Map.of(
                        "username",
                        name,
                        "enabled",
                        true,
                        "email",
                        name + "@demo.invalid",
                        "emailVerified",
                        true,
                        "firstName",
                        "某",
                        "lastName",
                        "某",
                        "credentials",
                        List.of(Map.of("type", "password", "value", Tokens.PASSWORD, "temporary", false))));
        String id = get("/users?exact=true&username=" + name)
                .json()
                .get(0)
                .get("id")
                .asString();
        send(
                "/users/" + id + "/role-mappings/realm",
                List.of(JSON.readTree(get("/roles/" + role).text())));
        return name;
    }

    private void send(String path, Object body) {
        Answer answer = Visitor.nobody()
                .follow(authorized(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
        assertThat(answer.status()).as(path + " " + answer.text()).isIn(201, 204);
    }

    private Answer get(String path) {
        return Visitor.nobody().follow(authorized(path).GET());
    }

    private HttpRequest.Builder authorized(String path) {
        return Visitor.request(server() + "/admin/realms/shouwang" + path).header("Authorization", "Bearer " + token);
    }

    private static String server() {
        return TestParts.running().issuer().replaceFirst("/realms/.*", "");
    }
}

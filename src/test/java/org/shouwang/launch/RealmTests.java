package org.shouwang.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the realm must hold to, read from its file: no server needed. */
class RealmTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode realm = read("realm/shouwang-realm.json");
    private final JsonNode demo = read("realm/demo-users.json");

    @Test
    void holdsNoUsersAndNoSecrets() {
        assertThat(realm.has("users")).isFalse();
        assertThat(realm.findValues("secret")).isEmpty();
        assertThat(realm.findValues("credentials")).isEmpty();
    }

    @Test
    void locksOutGuessersForAWhile() {
        assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.get("permanentLockout").asBoolean()).isFalse();
        assertThat(realm.get("failureFactor").asInt()).isEqualTo(5);
        assertThat(realm.get("maxDeltaTimeSeconds").asInt())
                .isGreaterThan(realm.get("maxFailureWaitSeconds").asInt());
    }

    @Test
    void keepsEventsAndAsksNewPeopleForASecondFactor() {
        assertThat(realm.get("eventsEnabled").asBoolean()).isTrue();
        assertThat(realm.get("adminEventsDetailsEnabled").asBoolean()).isTrue();
        assertThat(realm.get("passwordPolicy").asString()).contains("length(12)");
        JsonNode secondFactor = named(realm.get("requiredActions"), "alias", "CONFIGURE_TOTP");
        assertThat(secondFactor.get("defaultAction").asBoolean()).isTrue();
    }

    @Test
    void theWebClientTakesCodesOnly() {
        assertThat(realm.get("clients")).hasSize(1);
        JsonNode web = realm.get("clients").get(0);
        assertThat(web.get("publicClient").asBoolean()).isFalse();
        assertThat(web.get("standardFlowEnabled").asBoolean()).isTrue();
        for (String grant : List.of("implicitFlowEnabled", "directAccessGrantsEnabled", "serviceAccountsEnabled")) {
            assertThat(web.get(grant).asBoolean()).as(grant).isFalse();
        }
        assertThat(web.at("/attributes/pkce.code.challenge.method").asString()).isEqualTo("S256");
    }

    @Test
    void everyDemoUserHoldsARoleOfTheRealm() {
        List<String> roles = names(realm.at("/roles/realm"), "name");
        assertThat(demo.get("users")).hasSize(25);
        for (JsonNode user : demo.get("users")) {
            assertThat(roles).contains(user.at("/realmRoles/0").asString());
        }
    }

    @Test
    void theImportSendsPeopleBackToTheExactAddress() throws IOException {
        JsonNode merged = new RealmImport("http://localhost:9199", "s3cret").merged();
        JsonNode web = named(merged.get("clients"), "clientId", "shouwang-web");
        assertThat(web.at("/redirectUris/0").asString()).isEqualTo("http://localhost:9199/login/oauth2/code/keycloak");
        assertThat(web.get("redirectUris")).hasSize(1);
        assertThat(web.get("secret").asString()).isEqualTo("s3cret");
        assertThat(names(merged.get("clients"), "clientId")).contains("shouwang-cli");
    }

    private static List<String> names(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(entry -> entry.get(field).asString())
                .toList();
    }

    private static JsonNode named(JsonNode list, String field, String value) {
        return list.get(names(list, field).indexOf(value));
    }

    private static JsonNode read(String file) {
        try {
            return JSON.readTree(Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

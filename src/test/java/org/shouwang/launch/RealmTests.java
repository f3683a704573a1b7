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
    void holdsNoPeopleAndNoSecrets() {
        assertThat(names(realm.get("users"), "serviceAccountClientId")).containsExactly("shouwang-provisioner");
        assertThat(realm.findValues("secret")).isEmpty();
        assertThat(realm.findValues("credentials")).isEmpty();
    }

    @Test
    void locksOutGuessersForAWhile() {
        assertThat(realm.get("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.get("permanentLockout").asBoolean()).isFalse();
        assertThat(realm.get("failureFactor").asInt()).isEqualTo(5);
        assertThat(realm.get("waitIncrementSeconds").asInt()).isEqualTo(30);
        assertThat(realm.get("maxFailureWaitSeconds").asInt()).isEqualTo(900);
        assertThat(realm.get("maxDeltaTimeSeconds").asInt())
                .isGreaterThan(realm.get("maxFailureWaitSeconds").asInt());
    }

    @Test
    void keepsEventsForHalfAYear() {
        assertThat(realm.get("eventsEnabled").asBoolean()).isTrue();
        assertThat(realm.get("adminEventsEnabled").asBoolean()).isTrue();
        assertThat(realm.get("adminEventsDetailsEnabled").asBoolean()).isTrue();
        // 网络安全法: network logs for six months at least
        assertThat(realm.get("eventsExpiration").asInt()).isGreaterThanOrEqualTo(180 * 24 * 3600);
    }

    @Test
    void wantsLongPasswordsAndLetsNobodyInByThemselves() {
        assertThat(realm.get("passwordPolicy").asString())
                .contains(
                        "length(12)", "notUsername", "passwordHistory(5)", "passwordBlacklist(shouwang-passwords.txt)");
        assertThat(Path.of("realm/shouwang-passwords.txt")).content().contains("\nshouwang2026\n", "\n123456789012\n");
        assertThat(realm.get("sslRequired").asString()).isIn("external", "all");
        for (String way : List.of("registrationAllowed", "resetPasswordAllowed", "editUsernameAllowed")) {
            assertThat(realm.get(way).asBoolean()).as(way).isFalse();
        }
    }

    /** By role: whoever sees more than a township needs the second factor, whatever the browser remembers. */
    @Test
    void asksCountyPostsForASecondFactor() {
        List<String> near =
                List.of("child-director", "grid-worker", "women-worker", "township-supervisor", "station-worker");
        for (JsonNode role : realm.at("/roles/realm")) {
            String name = role.get("name").asString();
            if (!name.equals("second-factor")) {
                assertThat(role.at("/composites/realm/0").asString().equals("second-factor"))
                        .as(name)
                        .isNotEqualTo(near.contains(name));
            }
        }
        assertThat(realm.get("browserFlow").asString()).isEqualTo("shouwang browser");
        assertThat(steps("shouwang forms"))
                .containsExactly(
                        "auth-username-password-form REQUIRED",
                        "second factor of county posts CONDITIONAL",
                        "second factor of one's own CONDITIONAL");
        assertThat(steps("second factor of county posts"))
                .containsExactly(
                        "conditional-user-role REQUIRED", "auth-otp-form REQUIRED", "user-session-limits REQUIRED");
        JsonNode condition = named(realm.get("authenticatorConfig"), "alias", "holds second-factor");
        assertThat(condition.at("/config/condUserRole").asString()).isEqualTo("second-factor");
        assertThat(condition.at("/config/negate").asString()).isEqualTo("false");
    }

    private List<String> steps(String flow) {
        JsonNode steps = named(realm.get("authenticationFlows"), "alias", flow).get("authenticationExecutions");
        return StreamSupport.stream(steps.spliterator(), false)
                .map(step ->
                        (step.get("authenticatorFlow").asBoolean() ? step.get("flowAlias") : step.get("authenticator"))
                                        .asString()
                                + " " + step.get("requirement").asString())
                .toList();
    }

    @Test
    void letsTokensAndLoginsEnd() {
        assertThat(realm.get("accessTokenLifespan").asInt()).isLessThanOrEqualTo(300);
        assertThat(realm.get("ssoSessionIdleTimeout").asInt()).isLessThanOrEqualTo(1800);
        assertThat(realm.get("ssoSessionMaxLifespan").asInt()).isLessThanOrEqualTo(36_000);
        assertThat(realm.get("offlineSessionMaxLifespan").asInt()).isLessThanOrEqualTo(36_000);
        assertThat(realm.get("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.get("refreshTokenMaxReuse").asInt()).isZero();
    }

    /** 村里能用的登录: remembered for a month on one's own phone, with a passkey where the phone has one. */
    @Test
    void remembersAVillagesLoginForAMonthAtMost() {
        assertThat(realm.get("rememberMe").asBoolean()).isTrue();
        assertThat(realm.get("ssoSessionIdleTimeoutRememberMe").asInt()).isEqualTo(14 * 24 * 3600);
        assertThat(realm.get("ssoSessionMaxLifespanRememberMe").asInt()).isEqualTo(30 * 24 * 3600);
        assertThat(realm.get("webAuthnPolicyPasswordlessPasskeysEnabled").asBoolean())
                .isTrue();
        assertThat(realm.get("webAuthnPolicyPasswordlessUserVerificationRequirement")
                        .asString())
                .isEqualTo("required");
        JsonNode passkey = named(realm.get("requiredActions"), "alias", "webauthn-register-passwordless");
        assertThat(passkey.get("enabled").asBoolean()).isTrue();
    }

    /** Keycloak would make this client itself, with the password grant: past the second factor. */
    @Test
    void closesTheBackDoorOfEveryRealm() {
        JsonNode back = named(realm.get("clients"), "clientId", "admin-cli");
        assertThat(back.get("enabled").asBoolean()).isFalse();
        assertThat(back.get("directAccessGrantsEnabled").asBoolean()).isFalse();
    }

    @Test
    void theWebClientTakesCodesOnly() {
        assertThat(names(realm.get("clients"), "clientId"))
                .containsExactly(
                        "shouwang-web", "admin-cli", "shouwang-provisioner", "shouwang-hotline", "shouwang-feed");
        JsonNode web = realm.get("clients").get(0);
        assertThat(web.get("redirectUris")).isEmpty(); // the county's own address, and no pattern
        assertThat(web.get("webOrigins")).isEmpty();
        assertThat(web.get("publicClient").asBoolean()).isFalse();
        assertThat(web.get("standardFlowEnabled").asBoolean()).isTrue();
        for (String grant : List.of("implicitFlowEnabled", "directAccessGrantsEnabled", "serviceAccountsEnabled")) {
            assertThat(web.get(grant).asBoolean()).as(grant).isFalse();
        }
        assertThat(web.at("/attributes/pkce.code.challenge.method").asString()).isEqualTo("S256");
    }

    /** A program logs in as itself and in no other way; only one may manage accounts, and nothing but accounts. */
    @Test
    void programsHaveALoginOfTheirOwnAndNoMoreThanTheyNeed() {
        for (String program : RealmImport.PROGRAMS) {
            JsonNode client = named(realm.get("clients"), "clientId", program);
            assertThat(client.get("publicClient").asBoolean()).isFalse();
            assertThat(client.get("serviceAccountsEnabled").asBoolean()).isTrue();
            for (String grant : List.of("standardFlowEnabled", "implicitFlowEnabled", "directAccessGrantsEnabled")) {
                assertThat(client.get(grant).asBoolean()).as(program + grant).isFalse();
            }
        }
        assertThat(realm.at("/users/0/clientRoles").toString()).isEqualTo("{\"realm-management\":[\"manage-users\"]}");
        for (String program : List.of("shouwang-hotline", "shouwang-feed")) {
            JsonNode client = named(realm.get("clients"), "clientId", program);
            JsonNode scope = named(client.get("protocolMappers"), "name", "client scope");
            assertThat(scope.at("/config/claim.value").asString())
                    .isEqualTo(program.replace("shouwang-", "") + "-client");
        }
    }

    @Test
    void everyDemoUserHoldsARoleOfTheRealm() {
        List<String> roles = names(realm.at("/roles/realm"), "name");
        assertThat(demo.get("users")).hasSize(25);
        for (JsonNode user : demo.get("users")) {
            assertThat(roles).contains(user.at("/realmRoles/0").asString());
        }
    }

    /** A token of the demo's scripts is for our API and for nothing else. */
    @Test
    void theDemosClientHasAnAudience() {
        JsonNode client = named(demo.get("clients"), "clientId", "shouwang-cli");
        JsonNode audience = named(client.get("protocolMappers"), "name", "audience");
        assertThat(audience.at("/config/included.custom.audience").asString()).isEqualTo("shouwang-api");
        assertThat(audience.at("/config/id.token.claim").asString()).isEqualTo("false");
    }

    @Test
    void theImportSendsPeopleBackToTheExactAddress() throws IOException {
        JsonNode merged = new RealmImport("http://localhost:9199", client -> "s3cret of " + client).merged();
        JsonNode web = named(merged.get("clients"), "clientId", "shouwang-web");
        assertThat(web.at("/redirectUris/0").asString()).isEqualTo("http://localhost:9199/login/oauth2/code/keycloak");
        assertThat(web.get("redirectUris")).hasSize(1);
        assertThat(web.get("secret").asString()).isEqualTo("s3cret of shouwang-web");
        for (String program : RealmImport.PROGRAMS) {
            assertThat(named(merged.get("clients"), "clientId", program)
                            .get("secret")
                            .asString())
                    .isEqualTo("s3cret of " + program);
        }
        assertThat(names(merged.get("users"), "username")).contains("director", "service-account-shouwang-provisioner");
        assertThat(web.at("/attributes/post.logout.redirect.uris").asString()).isEqualTo("http://localhost:9199/");
        assertThat(web.at("/attributes/backchannel.logout.url").asString())
                .isEqualTo("http://localhost:9199/logout/connect/back-channel/keycloak");
        assertThat(web.at("/attributes/backchannel.logout.session.required").asString())
                .isEqualTo("true");
        assertThat(names(merged.get("clients"), "clientId")).contains("shouwang-cli");
        assertThat(merged.findValues("composites"))
                .as("no second factor in the demo")
                .isEmpty();
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

package org.shouwang.officers;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Accounts at Keycloak, by login name. Doing the same again changes nothing. */
@Component
class Accounts {

    /** What an account is to be; {@code roles} are those of the realm that ours stand for. */
    record Account(
            String username,
            String name,
            boolean enabled,
            @Nullable String division,
            @Nullable String agency,
            Set<String> roles) {}

    private final KeycloakRequests keycloak;
    private final JsonMapper json = JsonMapper.shared();

    Accounts(KeycloakRequests keycloak) {
        this.keycloak = keycloak;
    }

    /**
     * Makes the account what it is to be; credentials, e-mail and roles that are not ours stay.
     *
     * @param ours all roles that are ours to give or take
     * @return Keycloak's id of it
     */
    String put(Account wanted, Set<String> ours) {
        String token = keycloak.token();
        JsonNode found = find(wanted.username(), token).orElseGet(() -> {
            keycloak.send("POST", "/users", shaped(json.createObjectNode(), wanted), token);
            return find(wanted.username(), token).orElseThrow(() -> KeycloakFailure.refused("not-made"));
        });
        String id = found.get("id").asString();
        ObjectNode shaped = shaped((ObjectNode) found.deepCopy(), wanted);
        if (!shaped.equals(found)) {
            keycloak.send("PUT", "/users/" + id, shaped, token);
        }
        roles(id, wanted.roles(), ours, token);
        return id;
    }

    private Optional<JsonNode> find(String username, String token) {
        String name = URLEncoder.encode(username, StandardCharsets.UTF_8);
        return Optional.ofNullable(keycloak.get("/users?exact=true&briefRepresentation=false&username=" + name, token)
                .get(0));
    }

    private static ObjectNode shaped(ObjectNode account, Account wanted) {
        account.put("username", wanted.username());
        account.put("enabled", wanted.enabled());
        // Keycloak wants both; a Chinese surname is one sign as a rule, and pages show them together.
        int split = wanted.name().offsetByCodePoints(0, 1);
        String rest = wanted.name().substring(split);
        account.put("lastName", wanted.name().substring(0, split));
        account.put("firstName", rest.isEmpty() ? wanted.name() : rest);
        ObjectNode attributes = account.withObjectProperty("attributes");
        set(attributes, "division", wanted.division());
        set(attributes, "agency", wanted.agency());
        return account;
    }

    private static void set(ObjectNode attributes, String name, @Nullable String value) {
        if (value == null) {
            attributes.remove(name);
        } else {
            attributes.putArray(name).add(value);
        }
    }

    private void roles(String id, Set<String> wanted, Set<String> ours, String token) {
        String path = "/users/" + id + "/role-mappings/realm";
        Set<String> missing = new HashSet<>(wanted);
        List<JsonNode> gone = new ArrayList<>();
        for (JsonNode role : keycloak.get(path, token)) {
            String name = role.get("name").asString();
            if (!missing.remove(name) && ours.contains(name)) {
                gone.add(role);
            }
        }
        if (!missing.isEmpty()) {
            give(path, missing, token);
        }
        if (!gone.isEmpty()) {
            keycloak.send("DELETE", path, gone, token);
        }
    }

    /** A role the realm lacks is no detail: with it would come the second factor. */
    private void give(String path, Set<String> missing, String token) {
        List<JsonNode> given = new ArrayList<>();
        for (JsonNode role : keycloak.get(path + "/available", token)) {
            if (missing.contains(role.get("name").asString())) {
                given.add(role);
            }
        }
        if (given.size() < missing.size()) {
            throw KeycloakFailure.refused("no-such-role");
        }
        keycloak.send("POST", path, given, token);
    }

    /** Ends every session of an account; Keycloak tells us, and ours end as well. */
    void endSessions(String id) {
        keycloak.send("POST", "/users/" + id + "/logout", null, keycloak.token());
    }

    /** A new password for one login, to be changed there; whatever else let somebody in, on a lost phone too, is gone. */
    void reset(String id, String secret) {
        String token = keycloak.token();
        for (JsonNode credential : keycloak.get("/users/" + id + "/credentials", token)) {
            if (!credential.get("type").asString().equals("password")) {
                keycloak.send(
                        "DELETE",
                        "/users/" + id + "/credentials/" + credential.get("id").asString(),
                        null,
                        token);
            }
        }
        keycloak.send(
                "PUT",
                "/users/" + id + "/reset-password",
                Map.of("type", "password", "value", secret, "temporary", true),
                token);
        keycloak.send("POST", "/users/" + id + "/logout", null, token);
    }
}

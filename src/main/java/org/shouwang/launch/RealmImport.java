package org.shouwang.launch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The realm as this run needs it: the product's realm, the demo's users and client, this run's address and secret. */
final class RealmImport {

    static final String REALM = "shouwang";
    static final String WEB_CLIENT = "shouwang-web";
    private static final String PASSWORDS = "shouwang-passwords.txt";

    /** Programs with a login of their own, each with a secret of this installation. */
    static final List<String> PROGRAMS = List.of(LocalKeycloak.PROVISIONER, "shouwang-hotline", "shouwang-feed");

    private final JsonMapper json = JsonMapper.builder().build();
    private final String application;
    private final UnaryOperator<String> secrets;

    /** @param secrets the secret of each client, by its id */
    RealmImport(String application, UnaryOperator<String> secrets) {
        this.application = application;
        this.secrets = secrets;
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, json.writeValueAsString(merged()));
    }

    /** The passwords nobody may choose, where the realm's policy looks for them. */
    static void writePasswords(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (InputStream in = new ClassPathResource("realm/" + PASSWORDS).getInputStream()) {
            Files.copy(in, folder.resolve(PASSWORDS), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    ObjectNode merged() throws IOException {
        ObjectNode realm = read("realm/shouwang-realm.json");
        ObjectNode demo = read("realm/demo-users.json");
        ArrayNode users = (ArrayNode) realm.get("users"); // the programs' own
        demo.get("users").forEach(users::add);
        withoutSecondFactor(realm);
        ArrayNode clients = (ArrayNode) realm.get("clients");
        for (JsonNode client : clients) {
            settle((ObjectNode) client);
        }
        demo.get("clients").forEach(clients::add);
        return realm;
    }

    /** Nobody who tries the demo has set up an authenticator: no role brings the one that asks for it. */
    private static void withoutSecondFactor(ObjectNode realm) {
        for (JsonNode role : realm.at("/roles/realm")) {
            ((ObjectNode) role).remove("composites");
        }
    }

    /** Writes what is this run's own into a client: secrets and, for the web client, the address. */
    void settle(ObjectNode client) {
        String id = client.get("clientId").asString();
        if (id.equals(WEB_CLIENT)) {
            client.put("secret", secrets.apply(id));
            address(client);
        } else if (PROGRAMS.contains(id)) {
            client.put("secret", secrets.apply(id));
        }
    }

    private void address(ObjectNode client) {
        client.put("rootUrl", application);
        client.put("baseUrl", application + "/");
        client.putArray("redirectUris").add(application + "/login/oauth2/code/keycloak");
        client.putArray("webOrigins");
        ((ObjectNode) client.get("attributes"))
                .put("post.logout.redirect.uris", application + "/")
                .put("backchannel.logout.url", application + "/logout/connect/back-channel/keycloak");
    }

    private ObjectNode read(String resource) throws IOException {
        try (InputStream in = new ClassPathResource(resource).getInputStream()) {
            return (ObjectNode) json.readTree(in);
        }
    }
}

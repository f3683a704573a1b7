package org.shouwang.launch;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.env.Environment;

/** What production must be given: it starts no parts of its own and makes no secrets. */
final class ProductionSettings {

    private static final int SHORTEST_SECRET = 24;
    private static final Map<String, String> SECRETS =
            Map.of("client-secret", "shouwang-web", "provisioner-secret", LocalKeycloak.PROVISIONER);
    private static final Map<String, String> REQUIRED = required();

    private ProductionSettings() {}

    static void require(Environment environment) {
        String missing = REQUIRED.entrySet().stream()
                .filter(setting -> !Given.has(environment, setting.getKey()))
                .map(setting -> "  " + setting.getValue())
                .collect(Collectors.joining("\n"));
        if (!missing.isEmpty()) {
            throw new LaunchRefused(
                    "Without the profile 'demo' this is production: it starts no database and no login service of its"
                            + " own, and these settings are missing:\n" + missing,
                    "Set them in the environment; or, to try Shouwang with invented people,"
                            + " start it with the profile 'demo' (SPRING_PROFILES_ACTIVE=demo, or mvn spring-boot:run).");
        }
        SECRETS.forEach((setting, client) ->
                requireStrongSecret(environment.getRequiredProperty("shouwang." + setting), setting, client));
    }

    private static void requireStrongSecret(String secret, String setting, String client) {
        if (secret.length() < SHORTEST_SECRET || secret.contains("demo")) {
            throw new LaunchRefused(
                    "The secret of the client " + client + " is too short or a demo secret.",
                    "Set SHOUWANG_" + setting.toUpperCase(Locale.ROOT).replace('-', '_')
                            + " to the secret that Keycloak generated for the client " + client + ".");
        }
    }

    private static Map<String, String> required() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spring.datasource.url", "SPRING_DATASOURCE_URL       jdbc:postgresql://host:5432/shouwang");
        settings.put("spring.datasource.username", "SPRING_DATASOURCE_USERNAME  shouwang_app");
        settings.put("spring.datasource.password", "SPRING_DATASOURCE_PASSWORD");
        settings.put("spring.flyway.url", "SPRING_FLYWAY_URL           the same database");
        settings.put("spring.flyway.user", "SPRING_FLYWAY_USER          shouwang_owner");
        settings.put("spring.flyway.password", "SPRING_FLYWAY_PASSWORD");
        settings.put("shouwang.issuer", "SHOUWANG_ISSUER             https://login.example/realms/shouwang");
        settings.put("shouwang.client-secret", "SHOUWANG_CLIENT_SECRET      of the client shouwang-web");
        settings.put("shouwang.provisioner-secret", "SHOUWANG_PROVISIONER_SECRET of the client shouwang-provisioner");
        return settings;
    }
}

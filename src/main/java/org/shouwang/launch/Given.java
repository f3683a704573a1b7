package org.shouwang.launch;

import java.nio.file.Path;
import org.springframework.core.env.Environment;

/**
 * What the settings say before the launcher adds to them.
 *
 * @param database whether a PostgreSQL is given
 * @param issuer whether a Keycloak is given
 * @param dist the unpacked Keycloak to start otherwise
 */
record Given(boolean database, boolean issuer, int port, int keycloakPort, Path dist) {

    static Given by(Environment environment) {
        return new Given(
                has(environment, "spring.datasource.url"),
                has(environment, "shouwang.issuer"),
                environment.getRequiredProperty("server.port", Integer.class),
                environment.getRequiredProperty("shouwang.keycloak.port", Integer.class),
                Path.of(environment.getRequiredProperty("shouwang.keycloak.dist")));
    }

    static boolean has(Environment environment, String property) {
        return !environment.getProperty(property, "").isBlank();
    }

    String application() {
        return "http://localhost:" + port;
    }

    boolean everything() {
        return database && issuer;
    }
}

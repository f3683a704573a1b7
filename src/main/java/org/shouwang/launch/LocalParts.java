package org.shouwang.launch;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;

/** The parts a local run brings along, and the settings that lead the application to them. */
final class LocalParts {

    private final DataDirectory data;
    private final Given given;
    private final LocalPostgres postgres;
    private final @Nullable LocalKeycloak keycloak;

    private LocalParts(DataDirectory data, Given given, LocalPostgres postgres, @Nullable LocalKeycloak keycloak) {
        this.data = data;
        this.given = given;
        this.postgres = postgres;
        this.keycloak = keycloak;
    }

    static LocalParts start(DataDirectory data, Given given) {
        Secrets secrets = data.secrets();
        KeycloakPlace place =
                new KeycloakPlace(given.dist(), data.resolve("keycloak"), given.keycloakPort(), given.port());
        // First, because a Keycloak left over would hold connections of the database.
        LocalKeycloak.endOrphan(place);
        LocalPostgres postgres = LocalPostgres.start(data.resolve("postgres"), secrets, true);
        PostgresWatch.over(postgres);
        LocalKeycloak keycloak = given.issuer() ? null : LocalKeycloak.start(place, postgres, secrets);
        return new LocalParts(data, given, postgres, keycloak);
    }

    /** Settings that name the parts started here. */
    PropertySource<?> settings() {
        Map<String, Object> settings = new HashMap<>();
        if (!given.database()) {
            settings.putAll(postgres.settings());
        }
        if (keycloak != null) {
            settings.putAll(keycloak.settings());
        }
        return new MapPropertySource("local parts", settings);
    }

    Given given() {
        return given;
    }

    Optional<LocalKeycloak> keycloak() {
        return Optional.ofNullable(keycloak);
    }

    /** Where it is noted that the demo's cases have been played in. */
    Path played() {
        return data.resolve("demo-played");
    }

    void close() {
        if (keycloak != null) {
            keycloak.close();
        }
        postgres.close();
        data.close();
    }
}

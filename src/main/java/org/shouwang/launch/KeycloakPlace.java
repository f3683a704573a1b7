package org.shouwang.launch;

import java.nio.file.Path;

/**
 * Where a local Keycloak runs.
 *
 * @param dist the unpacked distribution, shared by all runs and only written to when it is built once
 * @param home what belongs to this run: links into {@code dist}, the import, the process id
 * @param port where it listens, on this machine only
 * @param applicationPort the application that sends people there, and to which they return
 */
public record KeycloakPlace(Path dist, Path home, int port, int applicationPort) {

    public KeycloakPlace {
        dist = dist.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
    }

    /** The address without a realm. {@code localhost} throughout: cookies and redirects depend on the name. */
    String server() {
        return "http://localhost:" + port;
    }

    String issuer() {
        return server() + "/realms/" + RealmImport.REALM;
    }

    String application() {
        return "http://localhost:" + applicationPort;
    }

    Path importFile() {
        return home.resolve("data/import/" + RealmImport.REALM + "-realm.json");
    }

    Path pidFile() {
        return home.resolve("pid");
    }

    Path log() {
        return home.resolveSibling(home.getFileName() + ".log");
    }
}

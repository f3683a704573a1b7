package org.shouwang.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The unpacked Keycloak, built once for PostgreSQL and then shared by every home. It is built in a copy that takes its
 * name only when it is whole, so that a start killed half-way leaves nothing broken behind.
 */
final class KeycloakDist {

    private static final Logger log = LoggerFactory.getLogger(KeycloakDist.class);
    private static final List<String> BUILD =
            List.of("build", "--db=postgres", "--health-enabled=false", "--metrics-enabled=false");
    private static final List<String> PARTS = List.of("lib", "conf", "providers", "themes", "version.txt");

    private final Path dist;
    private final Path built;

    KeycloakDist(Path dist) {
        this.dist = dist;
        this.built = dist.resolveSibling(dist.getFileName() + "-built");
    }

    /** Makes {@code home} a Keycloak that starts at once: half a minute the first time, nothing later. */
    void prepare(Path home) throws IOException, InterruptedException {
        if (!Files.exists(built)) {
            requireUnpacked();
            buildAlone();
        }
        Files.createDirectories(home.resolve("data/import"));
        for (String part : PARTS) {
            share(built.resolve(part), home.resolve(part));
        }
    }

    private void requireUnpacked() {
        if (!Files.exists(dist.resolve("lib/quarkus-run.jar"))) {
            throw new LaunchRefused(
                    "There is no Keycloak at " + dist + ".",
                    "'mvn generate-resources' unpacks it; SHOUWANG_KEYCLOAK_DIST names another place; SHOUWANG_ISSUER"
                            + " with SHOUWANG_CLIENT_SECRET names a Keycloak that runs already.");
        }
    }

    /** Two runs may start at once: one builds, the other waits. */
    private void buildAlone() throws IOException, InterruptedException {
        Path file = dist.resolveSibling("build.lock");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.exists(built)) {
                log.info("Building Keycloak, once: about half a minute");
                build(dist.resolveSibling(dist.getFileName() + "-building"));
            }
        }
    }

    private void build(Path copy) throws IOException, InterruptedException {
        FileTree.delete(copy);
        FileTree.copy(dist, copy);
        Path report = dist.resolveSibling("build.log");
        Process process = KeycloakCommand.run(copy, BUILD, Map.of(), report);
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "keycloak-build-stop"));
        int result = process.waitFor();
        if (result != 0) {
            throw new LaunchRefused(
                    "Keycloak could not be built (" + result + "): see " + report + ".",
                    "Remove " + dist.getParent() + " and start again: it is unpacked anew.");
        }
        Files.move(copy, built, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A link where the system gives links, a copy where not. */
    private static void share(Path from, Path to) throws IOException {
        if (Files.isSymbolicLink(to)) {
            Files.delete(to); // may lead to the version before
        } else if (Files.exists(to)) {
            return;
        }
        try {
            Files.createSymbolicLink(to, from);
        } catch (IOException | UnsupportedOperationException e) {
            FileTree.copy(from, to);
        }
    }
}

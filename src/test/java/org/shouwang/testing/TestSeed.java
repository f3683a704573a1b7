package org.shouwang.testing;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.shouwang.launch.FileTree;
import org.shouwang.launch.KeycloakPlace;
import org.shouwang.launch.LocalKeycloak;
import org.shouwang.launch.LocalPostgres;
import org.shouwang.launch.Secrets;

/** A stopped database with the realm already in it; made anew when realm or Keycloak change. */
final class TestSeed {

    private static final Path LOCAL = Path.of(".local").toAbsolutePath();

    private TestSeed() {}

    /** The folder with {@code postgres} and the {@code secrets} that open it. */
    static Path make() throws IOException {
        Path seed = LOCAL.resolve("test-seed-" + version());
        try (FileChannel channel = FileChannel.open(
                        LOCAL.resolve("test-seed.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !Files.exists(seed)) {
                Path aside = LOCAL.resolve("test-seed-building");
                endOrphans(aside);
                FileTree.delete(aside);
                fill(aside);
                Files.move(aside, seed, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        return seed;
    }

    /** A run that was killed leaves a server writing into the folder. */
    private static void endOrphans(Path folder) throws IOException {
        LocalKeycloak.endOrphan(place());
        LocalPostgres.endOrphan(folder.resolve("postgres"));
    }

    private static KeycloakPlace place() throws IOException {
        return new KeycloakPlace(dist(), LOCAL.resolve("test-keycloak"), TestParts.freePort(), TestParts.freePort());
    }

    private static void fill(Path folder) throws IOException {
        Files.createDirectories(folder);
        Secrets secrets = new Secrets(folder.resolve("secrets"));
        KeycloakPlace place = place();
        try (LocalPostgres postgres = LocalPostgres.start(folder.resolve("postgres"), secrets, false);
                LocalKeycloak keycloak = LocalKeycloak.start(place, postgres, secrets)) {
            keycloak.ready().join();
        }
        FileTree.delete(place.home());
    }

    /** The unpacked Keycloak; the name carries its version. */
    static Path dist() throws IOException {
        try (Stream<Path> folders = Files.list(LOCAL.resolve("keycloak"))) {
            return folders.filter(folder -> folder.getFileName().toString().matches("keycloak-[0-9.]+"))
                    .max(Comparator.comparing(Path::toString))
                    .orElseThrow(() -> new IllegalStateException("No Keycloak: run 'mvn generate-resources'"));
        }
    }

    private static String version() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(Path.of("realm/shouwang-realm.json")));
            digest.update(Files.readAllBytes(Path.of("realm/demo-users.json")));
            String dist = dist().getFileName().toString();
            digest.update(dist.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

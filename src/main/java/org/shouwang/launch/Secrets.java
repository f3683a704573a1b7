package org.shouwang.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets of a local installation, made at first need and kept in files that only their owner can read. */
public final class Secrets {

    private static final int BYTES = 32;

    private final Path directory;
    private final SecureRandom random = new SecureRandom();

    public Secrets(Path directory) {
        this.directory = directory;
    }

    /** The secret of this name, the same at every start. */
    public synchronized String get(String name) {
        Path file = directory.resolve(name);
        try {
            return Files.exists(file) ? Files.readString(file) : make(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String make(Path file) throws IOException {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Files.createDirectories(directory);
        restrict(directory, "rwx------");
        // Written aside and moved: a killed start leaves a whole secret or none.
        Path aside = Files.createTempFile(directory, "new", null);
        Files.writeString(aside, secret);
        restrict(aside, "rw-------");
        Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        return secret;
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }
}

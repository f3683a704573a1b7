package org.shouwang.secrecy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import tools.jackson.core.JacksonException;

/**
 * The file with the keys, kept outside the database and readable by its owner only.
 *
 * @param suite what new values are to be sealed with
 */
record KeyFile(Path path, Suite suite) {

    /** Reads the file; {@code create} makes one where there is none, which a production start must never do. */
    Keys read(boolean create) {
        if (Files.notExists(path)) {
            if (!create) {
                throw new UnusableKeyFile("The key file " + path.toAbsolutePath() + " does not exist. "
                        + "Set shouwang.key-file to the file that was made for this database.");
            }
            write(Keys.fresh(suite));
        }
        try {
            return Keys.fromJson(Files.readString(path));
        } catch (IOException e) {
            throw new UnusableKeyFile("The key file " + path.toAbsolutePath() + " cannot be read.");
        } catch (GeneralSecurityException | JacksonException e) {
            // The cause stays out: a parser may quote what it stumbled over, and here that would be a key.
            throw new UnusableKeyFile("The key file " + path.toAbsolutePath() + " is damaged.");
        }
    }

    /** Refuses keys that would seal with another suite than the one set. */
    Keys sealingAsSet(Keys keys) {
        if (!keys.sealWith(suite)) {
            throw new UnusableKeyFile("The key file " + path.toAbsolutePath() + " seals with another suite than "
                    + "shouwang.secrecy.suite says (" + suite + "). Run --shouwang.rotate-keys once with this setting: "
                    + "it adds keys of this suite, and what is sealed already stays readable.");
        }
        return keys;
    }

    /** Adds keys that seal from the next start on; what older keys sealed stays readable. */
    void rotate() {
        write(read(false).rotated(suite));
    }

    private void write(Keys keys) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            Files.createDirectories(folder, ownerOnly("rwx------"));
            Path fresh = Files.createTempFile(folder, "keys", ".new", ownerOnly("rw-------"));
            Files.write(fresh, keys.toJson().getBytes(StandardCharsets.UTF_8));
            replace(fresh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void replace(Path fresh) throws IOException {
        try {
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}

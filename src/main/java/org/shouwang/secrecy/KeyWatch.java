package org.shouwang.secrecy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Notices that the key file has been replaced since it was last read. */
final class KeyWatch {

    private final KeyFile file;
    private @Nullable FileTime read;

    /** To be made before the file is read: what is replaced in between then counts as newer. */
    KeyWatch(KeyFile file) {
        this.file = file;
        this.read = changed();
    }

    /** The keys in the file, if it is another than before; one that cannot be used changes nothing. */
    synchronized Optional<Keys> newer() {
        FileTime now = changed();
        if (now == null || now.equals(read)) {
            return Optional.empty();
        }
        read = now;
        try {
            return Optional.of(file.read(false));
        } catch (UnusableKeyFile e) {
            return Optional.empty();
        }
    }

    private @Nullable FileTime changed() {
        try {
            return Files.getLastModifiedTime(file.path());
        } catch (IOException e) {
            return null;
        }
    }
}

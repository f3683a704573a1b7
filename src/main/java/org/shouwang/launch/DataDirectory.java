package org.shouwang.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder in which one local installation keeps its database, secrets and logs; one run at a time holds it. */
final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final FileLock lock;

    private DataDirectory(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes the folder for this run; what an ended run left behind there is then nobody's. */
    static DataDirectory claim(Path path) {
        try {
            Files.createDirectories(path);
            Path real = path.toRealPath();
            FileLock lock = lock(real.resolve("lock"));
            if (lock == null) {
                throw new LaunchRefused(
                        "Another Shouwang is running on the data directory " + real + ".",
                        "Stop it, or give this one a directory of its own: SHOUWANG_DATA, and other ports:"
                                + " SERVER_PORT, SHOUWANG_KEYCLOAK_PORT.");
            }
            return new DataDirectory(real, lock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable FileLock lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    Secrets secrets() {
        return new Secrets(path.resolve("secrets"));
    }

    /** Gives the folder free. Whoever claimed it keeps this object until then: collected, it would let go of the lock. */
    @Override
    public void close() {
        try {
            lock.channel().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.shouwang.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a browser on this machine, or installs one: browser tests are never skipped. */
final class Chromium {

    private static final List<String> PLACES = List.of(
            "/usr/bin/chromium-headless-shell", // the same engine without the windows around it: half the work
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
    private static final Path CJK_FONTS = Path.of("/usr/share/fonts/opentype/noto");

    private Chromium() {}

    static Path find() {
        if (Files.exists(Path.of("/usr/bin/apt-get")) && "root".equals(System.getProperty("user.name"))) {
            installOnce();
        }
        return installed()
                .orElseThrow(() -> new IllegalStateException(
                        "Browser tests need Chromium or Chrome: install one, or name it in SHOUWANG_BROWSER"));
    }

    private static Optional<Path> installed() {
        return Stream.concat(Stream.ofNullable(System.getenv("SHOUWANG_BROWSER")), PLACES.stream())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Another run on this machine may be at it, and a package manager takes one at a time. */
    private static void installOnce() {
        Path lock = Path.of("target", "browser-install.lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock only = channel.lock()) {
            if (only.isValid() && (installed().isEmpty() || !Files.exists(CJK_FONTS))) {
                install();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fonts too: without them Chinese pages are pages of boxes. */
    private static void install() {
        run("apt-get", "update");
        run(
                "apt-get",
                "install",
                "-y",
                "--no-install-recommends",
                "chromium-headless-shell",
                "fonts-noto-cjk",
                "fonts-dejavu-core");
    }

    private static void run(String... command) {
        try {
            Path log = Files.createDirectories(Path.of("target")).resolve("browser-install.log");
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            int result = builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start()
                    .waitFor();
            if (result != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed: see " + log);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package org.shouwang.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.shouwang.launch.FileTree;
import tools.jackson.databind.json.JsonMapper;

/** The packed application in a process of its own, as an operator starts it. */
public final class PackedApplication implements AutoCloseable {

    private static final Path JAR = Path.of("target", "shouwang.jar").toAbsolutePath();
    private static final Path UNPACKED = Path.of("target", "unpacked").toAbsolutePath();
    private static final Path ARCHIVE = UNPACKED.resolve("classes.jsa");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int LOOK_MILLIS = 200;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final Path log;
    private final String address;

    private PackedApplication(Process process, Path log, String address) {
        this.process = process;
        this.log = log;
        this.address = address;
    }

    /**
     * Starts the demo; it may still be coming up.
     *
     * @param folder where its log goes
     * @param settings properties by name, handed over in the environment
     */
    public static PackedApplication start(Path folder, Map<String, ?> settings, String... arguments) {
        return start(folder, settings, List.of("-jar", JAR.toString()), arguments);
    }

    /**
     * As {@link #start}, for one that is started again and again: taken apart, and with its classes read beforehand
     * ({@link #unpack}), it is up in a third of the time.
     */
    public static PackedApplication startUnpacked(Path folder, Map<String, ?> settings, String... arguments) {
        return start(folder, settings, unpacked("-XX:SharedArchiveFile=" + ARCHIVE), arguments);
    }

    /** Takes the jar apart, and starts it once, up to where it would answer, to keep the classes it has read. */
    public static void unpack(Path folder, Map<String, ?> settings) {
        try {
            FileTree.delete(UNPACKED);
            Files.createDirectories(folder);
            List<String> extract = List.of(
                    JAVA, "-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination", UNPACKED.toString());
            run(folder.resolve("unpack.log"), extract, Map.of()).end();
            List<String> program = new ArrayList<>(List.of("-Dspring.context.exit=onRefresh"));
            program.addAll(unpacked("-XX:ArchiveClassesAtExit=" + ARCHIVE));
            start(folder, settings, program).end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> unpacked(String archive) {
        return List.of(archive, "-jar", UNPACKED.resolve(JAR.getFileName()).toString());
    }

    private static PackedApplication start(
            Path folder, Map<String, ?> settings, List<String> program, String... arguments) {
        try {
            Files.createDirectories(folder);
            List<String> command = new ArrayList<>(List.of(
                    JAVA,
                    "-Xmx640m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Duser.timezone=UTC")); // as the tests': the engine's columns know no zone
            command.addAll(program);
            command.add("--spring.profiles.active=demo");
            command.addAll(List.of(arguments));
            return run(folder.resolve("application.log"), command, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PackedApplication run(Path log, List<String> command, Map<String, ?> settings) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment()
                .put("SPRING_APPLICATION_JSON", JsonMapper.builder().build().writeValueAsString(settings));
        return new PackedApplication(builder.start(), log, "http://localhost:" + settings.get("server.port"));
    }

    /** A port nobody listens on. */
    public static int freePort() {
        try {
            return TestParts.freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A data folder in which Keycloak knows the demo's people already: a first start would take minutes. */
    public static Path seeded(Path data) {
        try {
            FileTree.delete(data);
            Files.createDirectories(data.getParent());
            FileTree.copy(TestSeed.make(), data);
            return data.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The unpacked Keycloak all runs share. */
    public static Path keycloak() {
        try {
            return TestSeed.dist();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return address;
    }

    /** Waits until it answers. */
    public PackedApplication ready() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException("It did not come up:\n" + output());
            }
            pause();
        }
        return this;
    }

    private boolean answers() {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/actuator/health"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void pause() {
        try {
            process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it as {@code kill -9} does. */
    public void kill() {
        process.destroyForcibly();
        end();
    }

    /** Waits until it has ended by itself and gives its exit code. */
    public int end() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("It did not end:\n" + output());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Everything it printed. */
    public String output() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        end();
    }
}

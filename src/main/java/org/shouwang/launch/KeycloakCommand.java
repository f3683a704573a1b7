package org.shouwang.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keycloak's JVM, started directly instead of through its shell script: one process, the same on every system, ended by
 * {@code destroy()}.
 */
final class KeycloakCommand {

    private static final List<String> OPTIONS = List.of(
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1", // starts in half the time
            "-XX:+UseSerialGC",
            "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                    + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
            "-Dpicocli.disable.closures=true",
            "-Dquarkus-log-max-startup-records=10000",
            "-Dfile.encoding=UTF-8",
            "-Duser.language=en",
            "-Duser.country=US");

    private KeycloakCommand() {}

    static Process run(Path home, List<String> arguments, Map<String, String> environment, Path log)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add(mark(home));
        command.add("-Djboss.server.config.dir=" + home.resolve("conf"));
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", home.resolve("lib/quarkus-run.jar").toString()));
        command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
        command.addAll(arguments);
        Files.createDirectories(log.getParent());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("KC_") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The option by which a process of this home is known. */
    static String mark(Path home) {
        return "-Dkc.home.dir=" + home;
    }
}

package org.shouwang.launch;

import java.util.List;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** A process started for one command stands beside a running node: it takes no port, no work and no seal from it. */
final class QuietCommand implements EnvironmentPostProcessor {

    private static final List<String> COMMANDS =
            List.of("shouwang.verify-journal", "shouwang.export-journal", "shouwang.rotate-keys", "shouwang.enrol");
    private static final Map<String, Object> QUIET =
            Map.of("server.port", "0", "shouwang.scheduling", "false", "flowable.async-executor-activate", "false");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (COMMANDS.stream().anyMatch(environment::containsProperty)) {
            environment.getPropertySources().addFirst(new MapPropertySource("quiet command", QUIET));
        }
    }
}

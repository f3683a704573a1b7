package org.shouwang.journal;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** A verifying process stands beside a running node: it takes no port, no work and no seal from it. */
final class QuietCommand implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty("shouwang.verify-journal")) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "verify-journal",
                            Map.of(
                                    "server.port", "0",
                                    "shouwang.journal.seal", "false",
                                    "flowable.async-executor-activate", "false")));
        }
    }
}

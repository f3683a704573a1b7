package org.shouwang.launch;

import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Gives the demo what it was not given: a PostgreSQL, a Keycloak. Without the profile "demo" nothing is started, and
 * what is missing is a refusal. Comes right after the settings are read, so that Keycloak and the application start
 * side by side.
 */
public final class FirstRun implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigurableEnvironment environment = event.getEnvironment();
        if (!environment.acceptsProfiles(Profiles.of("demo"))) {
            ProductionSettings.require(environment);
            return;
        }
        Given given = Given.by(environment);
        if (given.everything()) {
            return;
        }
        LocalParts parts =
                LocalParts.start(DataDirectory.claim(Path.of(environment.getRequiredProperty("shouwang.data"))), given);
        // Runs when every context is closed: nothing of ours asks the database or Keycloak any more.
        SpringApplication.getShutdownHandlers().add(parts::close);
        environment.getPropertySources().addFirst(parts.settings());
        event.getSpringApplication().addListeners(new Welcome(parts));
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}

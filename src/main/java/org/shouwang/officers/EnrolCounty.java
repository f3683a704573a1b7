package org.shouwang.officers;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The command {@code --shouwang.enrol=<file>}: takes a county's organisation over from a file and ends. */
@Component
@ConditionalOnProperty("shouwang.enrol")
@Order(20)
class EnrolCounty implements ApplicationRunner {

    private final Enrolment enrolment;
    private final ConfigurableApplicationContext application;
    private final Path file;

    EnrolCounty(
            Enrolment enrolment, ConfigurableApplicationContext application, @Value("${shouwang.enrol}") Path file) {
        this.enrolment = enrolment;
        this.application = application;
        this.file = file;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Organisation organisation = new YAMLMapper().readValue(file.toFile(), Organisation.class);
        enrolment.take(organisation);
        System.out.println("Enrolled " + organisation.officers().size() + " officers of "
                + organisation.agencies().size() + " agencies. Running nodes open their accounts at Keycloak.");
        System.exit(SpringApplication.exit(application, () -> 0));
    }
}

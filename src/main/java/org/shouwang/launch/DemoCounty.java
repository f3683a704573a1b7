package org.shouwang.launch;

import java.io.IOException;
import java.io.InputStream;
import org.shouwang.officers.Enrolment;
import org.shouwang.officers.Organisation;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Enrols the demo county: real townships, invented villages, agencies and people. */
@Component
@Profile("demo")
@Order(10)
class DemoCounty implements ApplicationRunner {

    private final Enrolment enrolment;

    DemoCounty(Enrolment enrolment) {
        this.enrolment = enrolment;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        try (InputStream file = new ClassPathResource("demo/organisation.yaml").getInputStream()) {
            enrolment.take(new YAMLMapper().readValue(file, Organisation.class));
        }
    }
}

package org.shouwang.journal;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** The command {@code --shouwang.verify-journal[=<known head>]}: prints what was found and ends with 0 or 1. */
@Component
@ConditionalOnProperty("shouwang.verify-journal")
class VerifyJournal implements ApplicationRunner {

    private final JournalVerifier verifier;
    private final ConfigurableApplicationContext application;
    private final String knownHead;

    VerifyJournal(
            JournalVerifier verifier,
            ConfigurableApplicationContext application,
            @Value("${shouwang.verify-journal}") String knownHead) {
        this.verifier = verifier;
        this.application = application;
        this.knownHead = knownHead.contains(":") ? knownHead : "";
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Verification result = verifier.verify(knownHead);
        System.out.println(result.sentence());
        System.exit(SpringApplication.exit(application, () -> result.whole() ? 0 : 1));
    }
}

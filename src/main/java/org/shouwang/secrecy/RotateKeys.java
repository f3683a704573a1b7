package org.shouwang.secrecy;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** The command {@code --shouwang.rotate-keys}: adds a new sealing key to the key file and ends. */
@Component
@ConditionalOnProperty("shouwang.rotate-keys")
class RotateKeys implements ApplicationRunner {

    private final KeyFile file;
    private final ConfigurableApplicationContext application;

    RotateKeys(KeyFile file, ConfigurableApplicationContext application) {
        this.file = file;
        this.application = application;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        file.rotate();
        System.out.println("Added a new key to " + file.path().toAbsolutePath()
                + ". Copy the file to every node, then restart them one by one.");
        System.exit(SpringApplication.exit(application, () -> 0));
    }
}
